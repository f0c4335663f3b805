import type { Module } from '../../../platform/module.ts';
import { batchJobs, batchSchedules } from './batch-jobs.ts';
import { batchRoutes } from './batch-routes.ts';

export function createBatchesModule(dependencies: Parameters<typeof batchJobs>[0]): Module {
  return {
    name: 'batches',
    routes: [batchRoutes(dependencies)],
    jobs: batchJobs(dependencies),
    schedules: batchSchedules,
  };
}
