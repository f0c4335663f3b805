import { join } from 'node:path';
import type { Database } from '../../../platform/postgres/database.ts';
import { BackupError } from './backup-error.ts';
import {
  type BackupReason,
  failAbandonedBackups,
  failBackup,
  finishBackup,
  hasHistory,
  insertBackup,
} from './backup-repository.ts';
import { type BackupOrder, type BackupSummary, makeBackup } from './make-backup.ts';

/** `kindred-20261124T031700Z.tar` */
export function backupFileName(at: Date, suffix = ''): string {
  return `kindred-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z${suffix}.tar`;
}

export const backupFileIn = (folder: string, at: Date, suffix?: string): string =>
  join(folder, backupFileName(at, suffix));

/** Makes a backup and records the result in the shop's table of backups. */
export async function recordBackup(
  db: Database,
  { reason, ...order }: BackupOrder & { reason: BackupReason },
): Promise<BackupSummary> {
  if (!(await hasHistory(db))) return makeBackup(order);
  let backupId: number | undefined;
  async function onClaimed(): Promise<void> {
    await failAbandonedBackups(db);
    backupId = await insertBackup(db, { reason, file: order.file, startedAt: order.createdAt });
  }
  try {
    const summary = await makeBackup({ ...order, onClaimed });
    const { bytes, sha256, rows: rowCount } = summary;
    await finishBackup(db, backupId!, { bytes, sha256, rowCount });
    return summary;
  } catch (error) {
    if (backupId === undefined) throw error;
    // The messages of other errors may quote a row.
    const told = error instanceof BackupError ? error.message : 'It failed; see the log.';
    await failBackup(db, backupId, told).catch(() => undefined);
    throw error;
  }
}
