import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Database } from '../../../platform/postgres/database.ts';
import { findScheduledBackups, markRemoved } from './backup-repository.ts';

const partialForm = /^kindred-\d{8}T\d{6}Z\.tar\.partial$/;
/** No process still writes to a file that has not changed for this long. */
const abandonedMs = 60 * 60 * 1_000;

/**
 * Removes the oldest scheduled backups in `folder`, so that `keep` stay. It keeps files that this shop did not make, that were made by
 * hand, or that have changed.
 */
export async function retainBackups(
  db: Database,
  { folder, keep, now }: { folder: string; keep: number; now: Date },
): Promise<string[]> {
  const here: { backupId: number; file: string }[] = [];
  for (const backup of await findScheduledBackups(db)) {
    if (dirname(backup.file) !== resolve(folder)) continue;
    const stats = await stat(backup.file).catch(() => undefined);
    if (stats?.size === backup.bytes) here.push(backup);
  }
  const removed: string[] = [];
  for (const { backupId, file } of here.slice(Math.max(1, keep))) {
    await rm(file);
    await markRemoved(db, backupId);
    removed.push(file);
  }
  await removeAbandoned(folder, now);
  return removed;
}

async function removeAbandoned(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!partialForm.test(name)) continue;
    const stats = await stat(join(folder, name)).catch(() => undefined);
    if (stats && now.getTime() - stats.mtimeMs > abandonedMs) await rm(join(folder, name), { force: true });
  }
}
