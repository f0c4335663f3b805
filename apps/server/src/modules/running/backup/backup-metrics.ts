import { Counter, Gauge, type Registry } from 'prom-client';

export type BackupMetrics = ReturnType<typeof createBackupMetrics>;

export function createBackupMetrics(registry: Registry) {
  const registers = [registry];
  return {
    backupFailures: new Counter({
      name: 'kindred_backup_failures_total',
      help: 'Scheduled backups that this node could not make',
      registers,
    }),
    lastGoodBackupAt: new Gauge({
      name: 'kindred_last_good_backup_timestamp_seconds',
      help: 'When the last good backup started, in seconds since 1970; 0 if there is none',
      registers,
    }),
    lastGoodBackupBytes: new Gauge({
      name: 'kindred_last_good_backup_size_bytes',
      help: 'Size of the last good backup in bytes',
      registers,
    }),
  };
}
