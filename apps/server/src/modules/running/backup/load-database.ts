import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import { type Connection, withTransaction } from '../../../platform/postgres/database.ts';
import {
  type AddedTables,
  type Migration,
  migrationsFolder,
  nothingAdded,
  readMigrations,
} from '../../../platform/postgres/migrate.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { BackupError } from './backup-error.ts';
import { type DumpedTable, jobsFolder, type Manifest, tableFolder } from './backup-format.ts';
import type { Backup } from './backup-reader.ts';
import { copyIn } from './copied-text.ts';
import { type BackupProgress, findMigrations } from './dump-database.ts';
import { copyJobsInSql, makeRoomForJobs, replaceJobs } from './queued-jobs-repository.ts';
import { rebuildTables } from './rebuild-tables.ts';
import {
  copyInSql,
  emptyTables,
  findKeysAndIndexes,
  findSequences,
  findShopTables,
  isDumped,
  lockAlone,
  restartSequence,
  type ShopTable,
  switchTriggers,
  tellReaders,
} from './shop-tables-repository.ts';

/** The migrations that the backup had, and those that have to run on its rows. */
export interface Versions {
  readonly upTo: readonly Migration[];
  readonly after: readonly Migration[];
}

/** @throws BackupError if another line of Kindred made the backup */
export function compareVersions(
  manifest: Manifest,
  { migrations: added }: AddedTables = nothingAdded,
  own = readMigrations(migrationsFolder),
): Versions {
  const migrations = [...own, ...added];
  const ours = new Map(migrations.map((migration) => [migration.createdAt, migration]));
  for (const { created_at, hash } of manifest.migrations) {
    const own = ours.get(created_at);
    if (!own)
      throw new BackupError(
        `The backup was made by a newer Kindred: it has a migration of ${new Date(created_at).toISOString()} that this one does not know. Update Kindred, or name the extension that brings it, then restore.`,
      );
    if (own.hash !== hash)
      throw new BackupError(
        `The backup was made by another Kindred: its migration ${own.tag} differs from this one’s.`,
      );
  }
  const had = new Set(manifest.migrations.map(({ created_at }) => created_at));
  const upTo = migrations.filter(({ createdAt }) => had.has(createdAt));
  const after = migrations.filter(({ createdAt }) => !had.has(createdAt));
  for (const { tag, createdAt, addedBy } of after)
    if (upTo.some((other) => other.addedBy === addedBy && other.createdAt > createdAt))
      throw new BackupError(`The backup has no migration ${tag} but has later ones, so it is not used.`);
  return { upTo, after };
}

/**
 * Replaces the rows in the database with those of a backup, in one transaction. Before and after, the tables are those of this version of
 * Kindred.
 */
export async function loadDatabase({
  connection,
  backup,
  added = nothingAdded,
  versions = compareVersions(backup.manifest, added),
  onProgress = () => undefined,
  onLoaded = async () => undefined,
  signal,
}: {
  connection: Connection;
  backup: Backup;
  added?: AddedTables | undefined;
  versions?: Versions;
  onProgress?: ((progress: BackupProgress) => void) | undefined;
  /** Called in the transaction after the rows are loaded, while the tables are still the backup's. */
  onLoaded?: ((tables: readonly DumpedTable[]) => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const { manifest } = backup;
  const load = async () => {
    await assertUpToDate(connection, versions);
    await lockAlone(connection, await findShopTables(connection));
    const rebuilt =
      versions.after.length > 0 ? await rebuildTables(connection, { ...versions, added }) : undefined;
    const tables = await findShopTables(connection);
    assertSameTables(manifest, tables);
    await makeRoomForJobs(connection);

    const bytesTotal = manifest.tables.reduce((sum, { copied }) => sum + copied.bytes, manifest.jobs.bytes);
    let bytesDone = 0;
    const onBytes = (bytes: number) => {
      signal?.throwIfAborted();
      bytesDone += bytes;
      onProgress({ bytesDone, bytesTotal });
    };
    await connection.execute(sql`set local maintenance_work_mem = '256MB'`);
    await switchTriggers(connection, tables, 'disable');
    const keys = await findKeysAndIndexes(connection, tables);
    for (const statement of keys.drop) await runComposed(connection.client, statement);
    await emptyTables(connection, tables);
    for (const { name, columns, copied } of manifest.tables) {
      const { ordered_by } = tables.find((table) => table.name === name)!;
      await copyIn({
        client: connection.client,
        sql: copyInSql({ name, columns, ordered_by }),
        folder: tableFolder(name),
        copied,
        backup,
        onBytes,
      });
    }
    await copyIn({
      client: connection.client,
      sql: copyJobsInSql,
      folder: jobsFolder,
      copied: manifest.jobs,
      backup,
      onBytes,
    });
    for (const statement of keys.create) {
      signal?.throwIfAborted();
      await runComposed(connection.client, statement);
    }
    await switchTriggers(connection, tables, 'enable');
    await restartSequences(connection, manifest);
    await replaceJobs(connection);
    await onLoaded(manifest.tables);

    await rebuilt?.finish();
    await tellReaders(connection);
  };
  await withTransaction(connection, load, { attempts: 1 });
}

async function assertUpToDate(connection: Connection, { upTo, after }: Versions): Promise<void> {
  const known = new Set([...upTo, ...after].map(({ hash }) => hash));
  if ((await findMigrations(connection)).some(({ hash }) => !known.has(hash)))
    throw new BackupError('The database belongs to a newer Kindred: update this one, then restore.');
}

function assertSameTables(manifest: Manifest, tables: readonly ShopTable[]): void {
  const expected = new Map(tables.filter(isDumped).map(({ name, columns }) => [name, columns]));
  const describe = (columns: readonly string[] = []) => [...columns].sort().join();
  for (const { name, columns } of manifest.tables) {
    if (describe(columns) !== describe(expected.get(name)))
      throw new BackupError(
        `The backup's table ${name} does not have the columns of this database's table, so the backup is not used.`,
      );
    expected.delete(name);
  }
  if (expected.size > 0)
    throw new BackupError(`The backup has no ${[...expected.keys()].join(', ')}, so it is not used.`);
}

async function restartSequences(connection: Connection, manifest: Manifest): Promise<void> {
  const known = new Set((await findSequences(connection)).map(({ name }) => name));
  for (const sequence of manifest.sequences) {
    if (!known.has(sequence.name))
      throw new BackupError(`The database has no sequence ${sequence.name}, which the backup names.`);
    await restartSequence(connection, sequence);
  }
}
