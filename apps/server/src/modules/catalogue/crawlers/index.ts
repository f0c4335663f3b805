export { createCrawlersModule } from './crawlers-module.ts';
export { findSitemapProducts } from './sitemap-repository.ts';
