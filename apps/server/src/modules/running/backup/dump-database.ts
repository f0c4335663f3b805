import { type Connection, withTransaction } from '../../../platform/postgres/database.ts';
import { migrationLock } from '../../../platform/postgres/migrate.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { BackupError } from './backup-error.ts';
import { type DumpedTable, jobsFolder, type Manifest, tableFolder } from './backup-format.ts';
import type { BackupWriter } from './backup-writer.ts';
import { copyOut } from './copied-text.ts';
import { copyJobsOutSql } from './queued-jobs-repository.ts';
import {
  copyOutSql,
  estimateBytes,
  findModelVersions,
  findSequences,
  findShopTables,
  isDumped,
  lockAgainstMigrations,
  type ShopTable,
} from './shop-tables-repository.ts';

export interface BackupProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
}

export type DatabaseDump = Pick<Manifest, 'jobs' | 'migrations' | 'postgres' | 'sequences' | 'tables'> & {
  readonly modelVersions: readonly string[];
};

/**
 * Copies all tables from one snapshot. Orders that are placed meanwhile are not blocked, and are in the next backup. `onSnapshot` gets the
 * snapshot's name, so that others can read the same state.
 */
export async function dumpDatabase({
  connection,
  writer,
  onProgress = () => undefined,
  onSnapshot = async () => undefined,
  signal,
}: {
  connection: Connection;
  writer: BackupWriter;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  onSnapshot?: ((snapshot: string) => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}): Promise<DatabaseDump> {
  const found = await findTables(connection);
  return withTransaction(
    connection,
    async () => {
      await lockAgainstMigrations(connection, found);
      await connection.execute(sql`select pg_advisory_unlock_shared(${migrationLock})`);
      const { rows } = await connection.execute<{ snapshot: string; postgres: string }>(
        sql`select pg_export_snapshot() as snapshot, current_setting('server_version') as postgres`,
      );
      const { snapshot, postgres } = rows[0]!;
      await onSnapshot(snapshot);

      const bytesTotal = await estimateBytes(connection, found);
      let bytesBefore = 0;
      const onBytes = (bytes: number) => {
        signal?.throwIfAborted();
        onProgress({ bytesDone: Math.min(bytesBefore + bytes, bytesTotal), bytesTotal });
      };
      const tables: DumpedTable[] = [];
      for (const table of found) {
        signal?.throwIfAborted();
        const { name, columns } = table;
        const sql = copyOutSql(table);
        const copied = await copyOut({
          client: connection.client,
          sql,
          folder: tableFolder(name),
          writer,
          onBytes,
        });
        bytesBefore += copied.bytes;
        tables.push({ name, columns: [...columns], copied });
      }
      const jobs = await copyOut({
        client: connection.client,
        sql: copyJobsOutSql,
        folder: jobsFolder,
        writer,
        onBytes,
      });
      return {
        postgres,
        tables,
        jobs,
        migrations: await findMigrations(connection),
        modelVersions: await findModelVersions(connection),
        sequences: await findSequences(connection),
      };
    },
    { isolationLevel: 'repeatable read', isReadOnly: true, attempts: 1 },
  );
}

/** Waits for a running migration, and blocks the next one until this connection releases the lock. */
async function findTables(connection: Connection): Promise<ShopTable[]> {
  await connection.execute(sql`select pg_advisory_lock_shared(${migrationLock})`);
  const tables = (await findShopTables(connection)).filter(isDumped);
  if (!tables.some(({ name }) => name === 'models'))
    throw new BackupError('The database has no tables of Kindred, so there is nothing to back up.');
  return tables;
}

export async function findMigrations(connection: Connection): Promise<Manifest['migrations']> {
  const { rows } = await connection.execute<{ created_at: string; hash: string }>(
    sql`select created_at, hash from drizzle.__drizzle_migrations where created_at is not null order by created_at`,
  );
  return rows.map(({ created_at, hash }) => ({ created_at: Number(created_at), hash }));
}
