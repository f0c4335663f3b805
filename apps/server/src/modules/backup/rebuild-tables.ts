import type pg from 'pg';
import { type AddedTables, type Migration, runMigration } from '../../platform/postgres/migrate.ts';
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
 * then run again. In the transaction that `client` is in.
 */
export async function rebuildTables(
  client: pg.Client,
  { upTo, after, added }: { upTo: readonly Migration[]; after: readonly Migration[]; added: AddedTables },
): Promise<Rebuilt> {
  const unknown = await findUnknownTables(client, { migrations: [...upTo, ...after], added: added.names });
  if (unknown.length > 0)
    throw new BackupError(
      `The backup is of an older Kindred, whose tables have to be made anew, and the database also holds tables that are not ` +
        `Kindred's: ${unknown.join(', ')}. Restore into a database of its own.`,
    );
  const history: KeptHistory = await keepHistory(client);
  await dropShopObjects(client);
  for (const migration of upTo) await runMigration(client, migration);
  return {
    async finish() {
      for (const migration of after) await runMigration(client, migration);
      await putHistoryBack(client, history);
    },
  };
}
