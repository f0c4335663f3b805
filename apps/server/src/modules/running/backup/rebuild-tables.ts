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
  /** Brings the tables up to date, with the rows of the backup in them. */
  finish(): Promise<void>;
}

/**
 * Makes the tables as they were when an older Kindred wrote the backup: all of the schema `public` goes, and the migrations of
 * then run again. In the transaction that `connection` is in.
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
      `The backup is of an older Kindred, whose tables have to be made anew, and the database also holds tables that are not ` +
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
