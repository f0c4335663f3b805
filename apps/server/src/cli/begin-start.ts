import { checkStart } from '../check-start.ts';
import { type Config, createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import type { HeldLock } from '../platform/postgres/cross-process-lock.ts';
import { openStartConsole, type StartConsole } from './console/start-console.ts';

/**
 * The first second of a start, which needs nothing that has to be built.
 * @throws ConfigError, StartFailure
 */
export async function beginStart(): Promise<{
  config: Config;
  startConsole: StartConsole;
  folder: HeldLock;
}> {
  const config = createConfig(readEnv(process.env));
  const folder = await checkStart(config);
  return { config, folder, startConsole: await openStartConsole(config.logFormat) };
}
