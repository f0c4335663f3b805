import { resolve } from 'node:path';
import type { Logger } from 'pino';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { BackupMetrics } from './backup-metrics.ts';
import { findLastGoodBackup } from './backup-repository.ts';
import { backupJobName } from './queued-jobs-repository.ts';
import { backupFileIn, recordBackup } from './record-backup.ts';
import { retainBackups } from './retain-backups.ts';

export interface ScheduledBackups {
  /** As in a crontab, in UTC. */
  readonly schedule: string;
  readonly everyMs: number;
  readonly keep: number;
  readonly folder: string;
}

/** After this many attempts, the next night tries again. */
const attempts = 3;

export function backupSchedules(schedule: string | undefined): readonly JobSchedule[] {
  return schedule === undefined ? [] : [{ name: backupJobName, cron: schedule }];
}

export function backupJobs({
  db,
  connectionString,
  dataDir,
  scheduled,
  metrics,
  logger,
  clock,
  signal,
}: {
  db: Database;
  connectionString: string;
  dataDir: string;
  scheduled: ScheduledBackups | undefined;
  metrics: Pick<BackupMetrics, 'backupFailures'>;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  clock: () => Date;
  /** Aborted when the node stops. Another node then makes the backup. */
  signal: AbortSignal;
}): Record<string, JobHandler> {
  return {
    async [backupJobName](_payload, attempt) {
      if (!scheduled) return;
      const { keep, everyMs } = scheduled;
      const folder = resolve(scheduled.folder);
      const now = clock();
      const last = await findLastGoodBackup(db);
      // An earlier attempt made the backup, but the queue did not learn that it finished.
      if (last && attempt.number > 1 && now.getTime() - last.startedAt.getTime() < everyMs / 2) return;
      try {
        const file = backupFileIn(folder, now);
        const backup = await recordBackup(db, {
          reason: 'schedule',
          connectionString,
          dataDir,
          file,
          createdAt: now,
          signal,
        });
        const { bytes, sha256, rows, seconds, missingModels } = backup;
        logger.info({ file, bytes, sha256, rows, seconds }, 'backup made');
        if (missingModels.length > 0)
          logger.warn(
            { missingModels },
            'the backup does not contain models that are not in the data folder of this node',
          );
        const removed = await retainBackups(db, { folder, keep, now });
        if (removed.length > 0) logger.info({ removed }, 'old backups removed');
      } catch (error) {
        signal.throwIfAborted();
        metrics.backupFailures.inc();
        logger.error({ err: error }, 'the backup failed');
        if (attempt.number < attempts && !attempt.isLast) throw error;
      }
    },
  };
}
