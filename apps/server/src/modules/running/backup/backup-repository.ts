import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export type BackupReason = 'schedule' | 'command' | 'restore';

export interface StoredBackup {
  readonly file: string;
  readonly bytes: number;
  readonly startedAt: Date;
}

/** Returns false if the database does not have this version's migrations yet, and so no table of backups. */
export async function hasHistory(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(
    sql`select to_regclass('public.backups') is not null as found`,
  );
  return rows[0]!.found;
}

export async function insertBackup(
  db: Database,
  { reason, file, startedAt }: { reason: BackupReason; file: string; startedAt: Date },
): Promise<number> {
  const { rows } = await db.execute<{ backup_id: number }>(sql`
    insert into backups (reason, file, started_at) values (${reason}, ${file}, ${startedAt}) returning backup_id`);
  return rows[0]!.backup_id;
}

export async function finishBackup(
  db: Database,
  backupId: number,
  { bytes, sha256, rowCount }: { bytes: number; sha256: string; rowCount: number },
): Promise<void> {
  await db.execute(sql`
    update backups set state = 'done', bytes = ${bytes}, sha256 = ${sha256}, row_count = ${rowCount}, finished_at = clock_timestamp()
    where backup_id = ${backupId}`);
}

export async function failBackup(db: Database, backupId: number, error: string): Promise<void> {
  await db.execute(sql`
    update backups set state = 'failed', error = ${error}, finished_at = clock_timestamp() where backup_id = ${backupId}`);
}

/** Marks backups of killed processes as failed. Call it only while no backup can be running. */
export async function failAbandonedBackups(db: Database): Promise<void> {
  await db.execute(sql`
    update backups set state = 'failed', error = 'The process that made it ended.', finished_at = clock_timestamp()
    where state = 'running'`);
}

export async function findLastGoodBackup(db: Database): Promise<StoredBackup | undefined> {
  const { rows } = await db.execute<{ file: string; bytes: string; started_at: string }>(sql`
    select file, bytes, started_at from backups where state = 'done' and bytes is not null order by started_at desc limit 1`);
  return rows.map(({ file, bytes, started_at }) => ({
    file,
    bytes: Number(bytes),
    startedAt: new Date(started_at),
  }))[0];
}

/** Returns the scheduled backups, the newest first. */
export async function findScheduledBackups(
  db: Database,
): Promise<{ backupId: number; file: string; bytes: number; sha256: string }[]> {
  const { rows } = await db.execute<{ backup_id: number; file: string; bytes: string; sha256: string }>(sql`
    select backup_id, file, bytes, sha256 from backups
    where state = 'done' and reason = 'schedule' and bytes is not null and sha256 is not null order by started_at desc`);
  return rows.map(({ backup_id, bytes, ...row }) => ({ backupId: backup_id, bytes: Number(bytes), ...row }));
}

export async function markRemoved(db: Database, backupId: number): Promise<void> {
  await db.execute(sql`update backups set state = 'removed' where backup_id = ${backupId}`);
}
