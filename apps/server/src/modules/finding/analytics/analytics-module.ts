import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { eventRoutes } from './event-routes.ts';

export function createAnalyticsModule({ db }: { db: Database }): Module {
  return { name: 'analytics', routes: [eventRoutes({ db })] };
}
