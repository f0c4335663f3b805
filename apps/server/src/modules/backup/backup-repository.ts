import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';
import { backups } from '../../tables/backups.ts';

export type BackupReason = typeof backups.$inferSelect.reason;

export interface StoredBackup {
  readonly file: string;
  readonly bytes: number;
  readonly startedAt: Date;
}

/** False: the database has not had this version's migrations yet, so there is no book to keep. */
export async function hasHistory(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ found: boolean }>(
    sql`select to_regclass('public.backups') is not null as found`,
  );
  return rows[0]!.found;
}

export async function insertBackup(
  db: Database,
  backup: { reason: BackupReason; file: string; startedAt: Date },
): Promise<number> {
  const [row] = await db.insert(backups).values(backup).returning({ backupId: backups.backupId });
  return row!.backupId;
}

export async function finishBackup(
  db: Database,
  backupId: number,
  outcome:
    | { state: 'done'; bytes: number; sha256: string; rowCount: number }
    | { state: 'failed'; error: string },
): Promise<void> {
  await db
    .update(backups)
    .set({ ...outcome, finishedAt: sql`clock_timestamp()` })
    .where(eq(backups.backupId, backupId));
}

/** A process that was killed did not say so. Call it while no backup can be under way. */
export async function failAbandonedBackups(db: Database): Promise<void> {
  await db
    .update(backups)
    .set({ state: 'failed', error: 'The process that made it ended.', finishedAt: sql`clock_timestamp()` })
    .where(eq(backups.state, 'running'));
}

export async function findLastGoodBackup(db: Database): Promise<StoredBackup | undefined> {
  const [row] = await db
    .select({ file: backups.file, bytes: backups.bytes, startedAt: backups.startedAt })
    .from(backups)
    .where(eq(backups.state, 'done'))
    .orderBy(desc(backups.startedAt))
    .limit(1);
  return row && { ...row, bytes: row.bytes! };
}

/** What the schedule made, the newest first. */
export async function findScheduledBackups(
  db: Database,
): Promise<{ backupId: number; file: string; bytes: number; sha256: string }[]> {
  const rows = await db
    .select({ backupId: backups.backupId, file: backups.file, bytes: backups.bytes, sha256: backups.sha256 })
    .from(backups)
    .where(sql`state = 'done' and reason = 'schedule'`)
    .orderBy(desc(backups.startedAt));
  return rows.map((row) => ({ ...row, bytes: row.bytes!, sha256: row.sha256! }));
}

export async function markRemoved(db: Database, backupId: number): Promise<void> {
  await db.update(backups).set({ state: 'removed' }).where(eq(backups.backupId, backupId));
}
