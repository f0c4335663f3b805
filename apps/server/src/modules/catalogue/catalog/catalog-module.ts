import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogRoutes } from './catalog-routes.ts';

export function createCatalogModule({ db }: { db: Database }): Module {
  return { name: 'catalog', routes: [catalogRoutes({ db })] };
}
