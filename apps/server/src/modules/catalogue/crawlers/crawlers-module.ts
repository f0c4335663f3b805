import type { Shop } from '@kindred/contracts';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { shopFileRoutes } from './shop-file-routes.ts';
import { sitemapRoutes } from './sitemap-routes.ts';
import { createSitemaps, type ReadInfoPages } from './sitemaps.ts';

export function createCrawlersModule(dependencies: {
  db: Database;
  publicUrl: string;
  readShop: () => Promise<Shop>;
  readInfoPages: ReadInfoPages;
}): Module {
  return {
    name: 'crawlers',
    pages: [sitemapRoutes({ sitemaps: createSitemaps(dependencies) }), shopFileRoutes(dependencies)],
  };
}
