import type { Shop } from '@kindred/contracts';
import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { analyticsJobs, analyticsSchedules } from './analytics-jobs.ts';
import { createAnalyticsMetrics } from './analytics-metrics.ts';
import { type CartAttribution, createCartAttribution } from './cart-attribution.ts';
import { eventRoutes } from './event-routes.ts';
import { performanceRoutes } from './performance-routes.ts';
import { createVisitorRate } from './visitor-rate.ts';

export interface AnalyticsModule extends Module {
  readonly cartAttribution: CartAttribution;
}

export function createAnalyticsModule({
  db,
  logger,
  registry,
  clock,
  readShop,
}: {
  db: Database;
  logger: Pick<FastifyBaseLogger, 'error'>;
  registry: Registry;
  clock: () => Date;
  readShop: () => Promise<Shop>;
}): AnalyticsModule {
  const metrics = createAnalyticsMetrics(registry);
  const cartAttribution = createCartAttribution({ db, logger, metrics, readShop });
  return {
    name: 'analytics',
    cartAttribution,
    routes: [
      eventRoutes({
        db,
        takeRate: createVisitorRate({ clock }),
        drop(reason, count) {
          metrics.eventsDropped.inc({ reason }, count);
          return 0;
        },
      }),
      performanceRoutes({ db, clock }),
    ],
    jobs: analyticsJobs({ db, readShop }),
    schedules: analyticsSchedules,
    close: () => cartAttribution.close(),
  };
}
