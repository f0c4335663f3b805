import type { Logger } from 'pino';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { saleJobs, saleSchedules } from './sale-jobs.ts';
import { saleRoutes } from './sale-routes.ts';

export function createSalesModule(node: {
  db: Database;
  clock: () => Date;
  logger: Pick<Logger, 'info'>;
}): Module {
  return { name: 'sales', routes: [saleRoutes(node)], jobs: saleJobs(node), schedules: saleSchedules };
}
