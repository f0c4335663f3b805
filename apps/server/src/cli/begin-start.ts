import type { Logger } from 'pino';
import { checkStart } from '../check-start.ts';
import { type Config, createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { type DemoFilesInMaking, makeDemoFilesEarly } from '../modules/running/demo-files/index.ts';
import { createLogger } from '../platform/logger.ts';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { openStartConsole, type StartConsole } from './console/start-console.ts';

/** SIGHUP: the terminal was closed. */
export const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface BegunStart {
  readonly config: Config;
  readonly startConsole: StartConsole;
  readonly logger: Logger;
  /** The demo's data. Undefined: this is not the first start, or the shop has no demo. */
  readonly demoFiles: DemoFilesInMaking | undefined;
  /** The private server. Undefined: the shop uses another one. */
  readonly database: Promise<EmbeddedPostgres> | undefined;
  /** Until then, a signal stops what was begun. */
  readonly takeOver: () => void;
  /** Resolves when the pages are built. Undefined if they are already built, or are compiled on request. */
  readonly pagesBuilt?: Promise<void>;
}

/**
 * Does the first part of a start, which needs nothing that has to be built. The demo is generated, and the database is started, while the
 * rest of the shop is loaded.
 * @throws ConfigError, DemoMissingError, StartFailure
 */
export async function beginStart(): Promise<BegunStart> {
  const config = createConfig(readEnv(process.env));
  await checkStart(config);
  const { dataDir, databaseUrl, logFormat, logLevel } = config;
  const startConsole = await openStartConsole(logFormat);
  const demoFiles = await makeDemoFilesEarly(config);
  const logger = createLogger({ level: logLevel, destination: startConsole.openLog(dataDir) });
  const database = databaseUrl === undefined ? acquireEmbeddedPostgres({ dataDir, logger }) : undefined;
  database?.catch(() => undefined); // The shop awaits it later, and reports the failure then.
  const stop = async () => {
    await demoFiles?.stop(new Error('The start was stopped.'));
    const server = await database?.catch(() => undefined);
    await server?.release();
    process.exit(0);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  const takeOver = () => {
    for (const signal of stopSignals) process.off(signal, stop);
  };
  return { config, startConsole, logger, demoFiles, database, takeOver };
}
