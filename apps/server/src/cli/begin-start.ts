import { checkStart } from '../check-start.ts';
import { type Config, createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { openStartConsole, type StartConsole } from './console/start-console.ts';

export interface BegunStart {
  readonly config: Config;
  readonly startConsole: StartConsole;
  /** Resolves when the pages are built. Undefined if they are already built, or are compiled on request. */
  readonly pagesBuilt?: Promise<void>;
}

/**
 * Does the first part of a start, which needs nothing that has to be built.
 * @throws ConfigError, StartFailure
 */
export async function beginStart(): Promise<BegunStart> {
  const config = createConfig(readEnv(process.env));
  await checkStart(config);
  return { config, startConsole: await openStartConsole(config.logFormat) };
}
