import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import { boostRoutes } from './boost-routes.ts';
import { createFeaturedWindow } from './featured-window.ts';
import type { ListDependencies } from './list-products.ts';
import { createSearchLog, type SearchLog } from './search-log.ts';
import { createSearchMetrics } from './search-metrics.ts';
import { searchRoutes } from './search-routes.ts';
import { synonymRoutes } from './synonym-routes.ts';

export interface SearchModule extends Module {
  readonly searchLog: SearchLog;
}

export function createSearchModule({
  logger,
  registry,
  jobs,
  schedules,
  ...dependencies
}: Omit<ListDependencies, 'featuredWindow'> &
  Required<Pick<Module, 'jobs' | 'schedules'>> & {
    readonly logger: Pick<Logger, 'error'>;
    readonly registry: Registry;
  }): SearchModule {
  const { db, searchIndex } = dependencies;
  const metrics = createSearchMetrics(registry);
  const searchLog = createSearchLog({ db, logger, metrics });
  return {
    name: 'search',
    searchLog,
    routes: [
      searchRoutes({
        ...dependencies,
        featuredWindow: createFeaturedWindow(dependencies),
        searchLog,
        metrics,
      }),
      synonymRoutes({ db }),
      boostRoutes({ db }),
    ],
    jobs,
    schedules,
    health: [
      {
        name: 'search',
        check: async () => ({ version: await searchIndex.check() }),
        known: () => ({ trouble: searchIndex.degradation() }),
      },
    ],
    async close() {
      await searchIndex.close();
      await searchLog.close();
    },
  };
}
