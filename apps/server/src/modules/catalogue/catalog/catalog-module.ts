import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { purgeCardChanges } from './card-change-repository.ts';
import { catalogRoutes } from './catalog-routes.ts';

/** Twice as long as a node goes on from what it knows. */
const changesKeptHours = 24;
const purgeChanges = 'catalog.purge-card-changes';

export function createCatalogModule({ db }: { db: Database }): Module {
  return {
    name: 'catalog',
    routes: [catalogRoutes({ db })],
    jobs: { [purgeChanges]: () => purgeCardChanges(db, changesKeptHours) },
    schedules: [{ name: purgeChanges, cron: '42 * * * *' }],
  };
}
