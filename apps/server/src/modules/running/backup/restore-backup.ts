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
  /** Called with the rows by table if the installation is not empty. It throws, or makes it safe to continue. */
  readonly onOverwrite: (lost: Readonly<Record<string, number>>) => Promise<void>;
  readonly onProgress?: ((progress: BackupProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

const lockName = 'kindred:restore';

/**
 * Restores an installation to the state of the backup: the database in one transaction, and the artefacts of models. If anything fails,
 * the installation stays unchanged.
 * @throws BackupError
 */
export async function restoreBackup(order: RestoreOrder): Promise<void> {
  const { connectionString, dataDir, backup, added = nothingAdded, onOverwrite, onProgress, signal } = order;
  const versions = compareVersions(backup.manifest, added);
  checkFileNames(backup.manifest);
  await migrate({ connectionString, added });
  await withBackupClient({ connectionString, applicationName: 'kindred-restore' }, async (connection) => {
    await claim(connection);
    // A shop that starts now waits for this lock until the restore has ended.
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
  if (!rows[0]!.locked) throw new BackupError('Another restore into this database is running.');
}

/** A running shop would continue with carts, sessions and a model that no longer exist. A running backup holds locks, for which the restore waits. */
async function assertShopIsClosed(connection: Connection): Promise<void> {
  const { rows } = await connection.execute<{ name: string; connections: number }>(sql`
     select application_name as name, count(*)::int as connections from pg_stat_activity
     where application_name is not null and datname = current_database() and pid <> pg_backend_pid() and application_name like 'kindred%'
       and application_name not in ('kindred-migrate', 'kindred-restore', 'kindred-backup')
     group by 1 order by 1`);
  if (rows.length > 0)
    throw new BackupError(
      `Kindred is running on this database (${rows.map(({ name, connections }) => `${name}: ${connections} connection${connections === 1 ? '' : 's'}`).join(', ')}). ` +
        'Stop every node and command, then restore. A running one would continue with data that no longer exist.',
    );
}

function plain(error: unknown): unknown {
  return findDatabaseError(error)?.code === '55P03'
    ? new BackupError(
        'Another program is using the tables of this database: end its transactions, then restore.',
      )
    : error;
}

/** Returns what a restore would delete from an installation, which may be an unused database. */
export function inspectInstallation(connectionString: string): Promise<Record<string, number>> {
  return withBackupClient({ connectionString, applicationName: 'kindred-restore' }, countRows);
}
