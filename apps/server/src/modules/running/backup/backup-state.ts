import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import type { BackupMetrics } from './backup-metrics.ts';
import { findLastGoodBackup, type StoredBackup } from './backup-repository.ts';

export interface BackupState {
  readonly last: StoredBackup | undefined;
  /** A problem that the merchant should solve, if any. */
  readonly trouble: string | undefined;
}

const freshMs = 10_000;

/** Reports the state of the backups from the shop's table of backups, which it reads at most once in ten seconds. */
export function createBackupState({
  db,
  metrics,
  everyMs,
  clock = Date.now,
}: {
  db: Database;
  metrics: Pick<BackupMetrics, 'lastGoodBackupAt' | 'lastGoodBackupBytes'>;
  /** The longest time between two scheduled backups, or undefined without a schedule. */
  everyMs: number | undefined;
  clock?: () => number;
}): () => Promise<BackupState> {
  // A new shop has not had a night yet.
  const openedAt = clock();
  const look = remember(() => findLastGoodBackup(db), { forMs: freshMs, clock });
  return async () => {
    const last = await look();
    if (last) {
      metrics.lastGoodBackupAt.set(last.startedAt.getTime() / 1_000);
      metrics.lastGoodBackupBytes.set(last.bytes);
    }
    return { last, trouble: everyMs === undefined ? undefined : troubleOf(last, everyMs, openedAt, clock()) };
  };
}

function troubleOf(
  last: StoredBackup | undefined,
  everyMs: number,
  openedAt: number,
  now: number,
): string | undefined {
  if (now - (last?.startedAt.getTime() ?? openedAt) <= 2 * everyMs) return undefined;
  return last ? `the last good backup is of ${last.startedAt.toISOString()}` : 'no backup has succeeded yet';
}
