import { type Connection, findDatabaseError } from '../../../platform/postgres/database.ts';
import {
  type AddedTables,
  migrate,
  migrationLock,
  nothingAdded,
} from '../../../platform/postgres/migrate.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { withBackupClient } from './backup-client.ts';
import { BackupError } from './backup-error.ts';
import type { Backup } from './backup-reader.ts';
import type { BackupProgress } from './dump-database.ts';
import { compareVersions, loadDatabase } from './load-database.ts';
import { checkFileNames, restoreModelFiles } from './model-files.ts';
import { countRows, isEmptyShop } from './shop-tables-repository.ts';

export interface RestoreOrder {
  readonly connectionString: string;
  readonly dataDir: string;
  readonly backup: Backup;
  readonly added?: AddedTables;
  /** Asked when the installation holds something, with its rows by table: throws, or does what makes it safe to go on. */
  readonly onOverwrite: (lost: Readonly<Record<string, number>>) => Promise<void>;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const lockName = 'kindred:restore';

/**
 * Makes an installation what it was when the backup was made: the database in one transaction, and the artefacts of models.
 * Whatever goes wrong, it stays as it was.
 * @throws BackupError
 */
export async function restoreBackup(order: RestoreOrder): Promise<void> {
  const { connectionString, dataDir, backup, added = nothingAdded, onOverwrite, onProgress, signal } = order;
  const versions = compareVersions(backup.manifest, added);
  checkFileNames(backup.manifest);
  await migrate({ connectionString, added });
  await withBackupClient({ connectionString, applicationName: 'kindred-restore' }, async (connection) => {
    await claim(connection);
    // A shop that is started now waits here until the restore is over.
    await connection.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await assertShopIsClosed(connection);
    const lost = await countRows(connection);
    if (!isEmptyShop(lost)) {
      await connection.execute(sql`select pg_advisory_unlock(${migrationLock})`);
      await onOverwrite(lost);
      await connection.execute(sql`select pg_advisory_lock(${migrationLock})`);
      await assertShopIsClosed(connection);
    }
    signal?.throwIfAborted();
    const files = await restoreModelFiles({ dataDir, backup });
    try {
      await loadDatabase({ connection, backup, added, versions, onProgress, signal });
    } catch (error) {
      await files.undo();
      throw plain(error);
    }
    await files.settle();
    await connection.execute(sql`analyze`);
  });
}

async function claim(connection: Connection): Promise<void> {
  const { rows } = await connection.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_lock(hashtext(${lockName})) as locked`,
  );
  if (!rows[0]!.locked) throw new BackupError('Another restore into this database is going on.');
}

/** A shop that is open would go on with carts, sessions and a model that are gone. A backup holds locks, which are waited for. */
async function assertShopIsClosed(connection: Connection): Promise<void> {
  const { rows } = await connection.execute<{ name: string; connections: number }>(sql`
     select application_name as name, count(*)::int as connections from pg_stat_activity
     where application_name is not null and datname = current_database() and pid <> pg_backend_pid() and application_name like 'kindred%'
       and application_name not in ('kindred-migrate', 'kindred-restore', 'kindred-backup')
     group by 1 order by 1`);
  if (rows.length > 0)
    throw new BackupError(
      `Kindred is running on this database (${rows.map(({ name, connections }) => `${name}: ${connections} connection${connections === 1 ? '' : 's'}`).join(', ')}). ` +
        'Stop every node and command, then restore: one that is open would go on with what is gone.',
    );
}

function plain(error: unknown): unknown {
  return findDatabaseError(error)?.code === '55P03'
    ? new BackupError(
        'Another program works on the tables of this database: end its transactions, then restore.',
      )
    : error;
}

/** What a restore would take from an installation, which may be a database that nobody has used yet. */
export function inspectInstallation(connectionString: string): Promise<Record<string, number>> {
  return withBackupClient({ connectionString, applicationName: 'kindred-restore' }, countRows);
}
