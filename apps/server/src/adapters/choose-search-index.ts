import type { FastifyBaseLogger } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import type { Config } from '../config/config.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Notifications } from '../platform/postgres/notifications.ts';
import type { SearchIndex } from '../ports/search-index.ts';
import type { CatalogFollower } from './catalog-in-memory/catalog-follower.ts';
import { createFallbackSearchIndex } from './fallback-search-index.ts';
import { createPostgresSearchIndex } from './postgres-search-index/postgres-search-index.ts';
import { bringToLanguage } from './search-reading/bring-to-language.ts';
import { createVocabularyHost } from './search-reading/vocabulary-host.ts';

/** Either PostgreSQL answers searches, or OpenSearch does, with PostgreSQL as its fallback. */
export async function chooseSearchIndex({
  config: { search, searchLanguage: language },
  db,
  catalog,
  notifications,
  logger,
  registry,
}: {
  config: Pick<Config, 'search' | 'searchLanguage'>;
  db: Database;
  catalog: CatalogFollower;
  notifications: Notifications;
  logger: FastifyBaseLogger;
  registry: Registry;
}): Promise<SearchIndex> {
  const fallbacks = new Counter({
    name: 'kindred_search_fallbacks_total',
    help: 'Searches and suggestions that PostgreSQL answered instead of OpenSearch',
    registers: [registry],
  });
  await bringToLanguage({ db, language, logger });
  const words = createVocabularyHost({ db, notifications, logger, language });
  const postgres = createPostgresSearchIndex({
    db,
    notifications,
    logger,
    words,
    catalog,
    warmUpAfterMs: 500,
  });
  if (search === undefined) return postgres;
  const { url, indexPrefix: prefix } = search;
  const { createOpenSearchSearchIndex } = await import(
    './opensearch-search-index/opensearch-search-index.ts'
  );
  return createFallbackSearchIndex({
    first: createOpenSearchSearchIndex({ url, prefix, db, notifications, logger, words }),
    second: postgres,
    logger,
    onFallback: () => fallbacks.inc(),
  });
}
