import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import { findDatabaseError } from '../../../platform/postgres/database.ts';
import { type AddedTables, migrate, nothingAdded } from '../../../platform/postgres/migrate.ts';
import { withBackupClient } from './backup-client.ts';
import { BackupError } from './backup-error.ts';
import type { Backup } from './backup-reader.ts';
import { digestOf } from './copied-text.ts';
import type { BackupProgress } from './dump-database.ts';
import { loadDatabase } from './load-database.ts';
import { copyOutSql, findShopTables } from './shop-tables-repository.ts';

/**
 * Restores a backup into a new database on the same server, compares rows and checksums of every table, and drops the database.
 * @throws BackupError
 */
export async function rehearseRestore({
  connectionString,
  backup,
  added = nothingAdded,
  onProgress,
  signal,
}: {
  connectionString: string;
  backup: Backup;
  added?: AddedTables;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  await withScratchDatabase(connectionString, async (scratch) => {
    await migrate({ connectionString: scratch, added });
    await withBackupClient({ connectionString: scratch, applicationName: 'kindred-restore' }, (connection) =>
      loadDatabase({
        connection,
        backup,
        added,
        onProgress,
        signal,
        async onLoaded(tables) {
          const restored = await findShopTables(connection);
          for (const { name, columns, copied } of tables) {
            const { ordered_by } = restored.find((table) => table.name === name)!;
            const { rows, sha256 } = await digestOf(
              connection.client,
              copyOutSql({ name, columns, ordered_by }),
            );
            if (rows !== copied.rows || sha256 !== copied.sha256)
              throw new BackupError(
                `${name} differs after the restore: it has ${rows} rows, the backup has ${copied.rows}.`,
              );
          }
        },
      }),
    );
  });
}

async function withScratchDatabase(
  connectionString: string,
  work: (scratch: string) => Promise<void>,
): Promise<void> {
  const url = new URL(connectionString);
  const name = `kindred_rehearsal_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${name}`;
  const server = new pg.Client({ connectionString, application_name: 'kindred-restore' });
  await server.connect();
  try {
    await runComposed(server, `create database ${name} template template0`).catch((error) => {
      if (findDatabaseError(error)?.code !== '42501') throw error;
      throw new BackupError(
        'A rehearsal needs a new database, but this account may not create one: alter role ... createdb.',
      );
    });
    try {
      await work(url.href);
    } finally {
      await runComposed(server, `drop database if exists ${name} with (force)`);
    }
  } finally {
    await server.end();
  }
}
