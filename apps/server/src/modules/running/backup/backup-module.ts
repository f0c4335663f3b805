import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import { backupJobs, backupSchedules } from './backup-jobs.ts';
import { createBackupMetrics } from './backup-metrics.ts';
import { createBackupState } from './backup-state.ts';

export function createBackupModule({
  registry,
  ...dependencies
}: Omit<Parameters<typeof backupJobs>[0], 'metrics'> & { readonly registry: Registry }): Module {
  const { db, scheduled } = dependencies;
  const metrics = createBackupMetrics(registry);
  const readState = createBackupState({ db, metrics, everyMs: scheduled?.everyMs });
  return {
    name: 'backup',
    jobs: backupJobs({ ...dependencies, metrics }),
    schedules: backupSchedules(scheduled?.schedule),
    health: [{ name: 'backup', check: async () => ({ trouble: (await readState()).trouble }) }],
  };
}
