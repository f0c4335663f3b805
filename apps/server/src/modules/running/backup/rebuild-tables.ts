import type { Connection } from '../../../platform/postgres/database.ts';
import { type AddedTables, type Migration, runMigration } from '../../../platform/postgres/migrate.ts';
import { BackupError } from './backup-error.ts';
import {
  dropShopObjects,
  findUnknownTables,
  type KeptHistory,
  keepHistory,
  putHistoryBack,
} from './rebuild-repository.ts';

export interface Rebuilt {
  /** Migrates the tables with the rows of the backup to this version. */
  finish(): Promise<void>;
}

/**
 * Creates the tables of the older Kindred that wrote the backup: drops the whole schema `public` and runs the migrations of that version
 * again, in the transaction of `connection`.
 */
export async function rebuildTables(
  connection: Connection,
  { upTo, after, added }: { upTo: readonly Migration[]; after: readonly Migration[]; added: AddedTables },
): Promise<Rebuilt> {
  const unknown = await findUnknownTables(connection, {
    migrations: [...upTo, ...after],
    added: added.names,
  });
  if (unknown.length > 0)
    throw new BackupError(
      `The backup is from an older Kindred, whose tables have to be created again, but the database also has tables that are not ` +
        `Kindred's: ${unknown.join(', ')}. Restore into a database of its own.`,
    );
  const history: KeptHistory = await keepHistory(connection);
  await dropShopObjects(connection);
  for (const migration of upTo) await runMigration(connection.client, migration);
  return {
    async finish() {
      for (const migration of after) await runMigration(connection.client, migration);
      await putHistoryBack(connection, history);
    },
  };
}
