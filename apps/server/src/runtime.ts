/** @file What the server and every command share: a migrated database, the secret, the log. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { type LoadedExtension, loadExtensions, tablesOf } from './extensions/load-extensions.ts';
import { type Database, openDatabase } from './platform/postgres/database.ts';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from './platform/postgres/embedded-postgres.ts';
import { migrate } from './platform/postgres/migrate.ts';

export interface Runtime {
  readonly config: Config;
  readonly logger: Logger;
  readonly db: Database;
  readonly connectionString: string;
  /** Signs the tokens of browsers and API clients. */
  readonly secret: string;
  readonly extensions: readonly LoadedExtension[];
  close(): Promise<void>;
}

/** @param database the private server that is being started. If this fails before it has a runtime, the caller releases it. */
export async function openRuntime(
  config: Config,
  logger: Logger,
  database?: Promise<EmbeddedPostgres>,
): Promise<Runtime> {
  const extensions = await loadExtensions(config);
  await mkdir(config.dataDir, { recursive: true });
  const secret = config.sessionSecret ?? (await ownSecret(config.dataDir));
  const embedded =
    config.databaseUrl === undefined
      ? await (database ?? acquireEmbeddedPostgres({ dataDir: config.dataDir, logger }))
      : undefined;
  const connectionString = embedded?.connectionString ?? config.databaseUrl!;
  try {
    await migrate({ connectionString, added: tablesOf(extensions) });
    const database = openDatabase({ connectionString, max: config.databasePoolMax, logger });
    return {
      config,
      logger,
      db: database.db,
      connectionString,
      secret,
      extensions,
      async close() {
        await database.close();
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw error;
  }
}

/** Created on the first start and stored, so that a restart does not log people out. */
async function ownSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'session-secret');
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(randomBytes(32).toString('base64url'));
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path, 'utf8');
}
