import { type Config, createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { loadExtensions, tablesOf } from '../extensions/load-extensions.ts';
import { BackupError } from '../modules/running/backup/index.ts';
import { acquireEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import type { AddedTables } from '../platform/postgres/migrate.ts';
import { CommandFailure, commandLogger } from './command-context.ts';

export interface DatabaseServer {
  readonly config: Config;
  readonly connectionString: string;
  readonly added: AddedTables;
}

/** Starts the database server for one command, without migrating its tables. */
export async function withDatabaseServer<Result>(
  work: (server: DatabaseServer) => Promise<Result>,
): Promise<Result> {
  const config = createConfig(readEnv(process.env));
  const added = tablesOf(await loadExtensions(config));
  const embedded =
    config.databaseUrl === undefined
      ? await acquireEmbeddedPostgres({ dataDir: config.dataDir, logger: commandLogger() })
      : undefined;
  try {
    return await work({
      config,
      added,
      connectionString: embedded?.connectionString ?? config.databaseUrl!,
    });
  } finally {
    await embedded?.release();
  }
}

/** Reports expected problems without a stack. */
export function tellBackupError(error: unknown): never {
  throw error instanceof BackupError ? new CommandFailure(error.message) : error;
}
