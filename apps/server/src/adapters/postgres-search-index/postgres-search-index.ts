/**
 * @file Search by PostgreSQL. The database matches and ranks texts. Filters, exact facets, sorts and pages are computed from columns in
 * memory, which follow the tables.
 */

import type { Logger } from 'pino';
import type { Database } from '../../platform/postgres/database.ts';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { remember } from '../../platform/remember.ts';
import { type SearchIndex, type SearchRequest, UnknownCategoryError } from '../../ports/search-index.ts';
import {
  type Catalog,
  type CatalogFollower,
  createCatalogFollower,
} from '../catalog-in-memory/catalog-follower.ts';
import { highlightTitle } from '../search-reading/highlight-title.ts';
import { suggest } from '../search-reading/suggest.ts';
import { createVocabularyHost, type VocabularyHost } from '../search-reading/vocabulary-host.ts';
import { type AnsweredPage, answerPage } from './answer-page.ts';
import { findBestKnown } from './best-known.ts';
import { findCategoryShares } from './category-shares.ts';
import { createFacetCache } from './facet-cache.ts';
import { createMatchCache } from './match-cache.ts';
import { matchText, type TextMatch } from './match-text.ts';
import { placeMatches } from './place-matches.ts';
import { suggestionSource } from './suggestion-source.ts';

/** These are counted over the whole catalogue. */
const bestKnownMs = 30_000;

export function createPostgresSearchIndex({
  db,
  notifications,
  logger,
  words = createVocabularyHost({ db, notifications, logger }),
  catalog: follower = createCatalogFollower({ db, notifications, logger }),
  warmUpAfterMs,
}: {
  db: Database;
  /** Shared with another index of the shop. By default, the index has its own. */
  words?: VocabularyHost;
  /** Shared in the same way. */
  catalog?: CatalogFollower;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: Pick<Logger, 'error'>;
  /** When to read the catalogue. By default, the first search reads it. */
  warmUpAfterMs?: number;
}): SearchIndex {
  let matches = createMatchCache();
  const lists = createFacetCache();
  const freshBestKnown = () =>
    remember(async () => findBestKnown(await follower.catalog()), { forMs: bestKnownMs });
  let bestKnown = freshBestKnown();
  const freshCategoryShares = () =>
    remember(async () => findCategoryShares(await follower.catalog()), { forMs: bestKnownMs });
  let categoryShares = freshCategoryShares();
  const warmUp =
    warmUpAfterMs === undefined
      ? undefined
      : setTimeout(() => {
          Promise.all([follower.catalog(), words.vocabulary()]).catch((error: unknown) =>
            logger.error({ err: error }, 'search could not read the catalogue'),
          );
        }, warmUpAfterMs).unref();

  async function match(text: string, catalog: Catalog): Promise<TextMatch> {
    const vocabulary = await words.vocabulary();
    const key = [catalog.columns.textVersion, catalog.synonymsVersion, vocabulary.version, text].join(' ');
    const context = () => matchText({ db, vocabulary, synonyms: catalog.synonyms }, catalog, text);
    return matches.forceFetch(key, { context });
  }

  async function answer(request: SearchRequest, matched: TextMatch | undefined): Promise<AnsweredPage> {
    const catalog = await follower.catalog();
    const vocabulary = await words.vocabulary();
    const shares = matched ? await categoryShares() : new Float64Array();
    const answerFrom = (from: Catalog) =>
      matched
        ? answerPage(from, request, placeMatches(matched, catalog, { vocabulary, categoryShares: shares }))
        : lists.answerList(from, request);
    try {
      return answerFrom(catalog);
    } catch (error) {
      if (!(error instanceof UnknownCategoryError)) throw error;
      // A new category without products causes no notification.
      return answerFrom(await follower.catchUp());
    }
  }

  return {
    engine: 'postgres',
    async search(request) {
      const text = request.text?.trim();
      const matched = text ? await match(text, await follower.catalog()) : undefined;
      const page = await answer(request, matched);
      const vocabulary = matched && (await words.vocabulary());
      return {
        ...page,
        highlight: (_, title) =>
          matched && vocabulary ? highlightTitle(title, matched.lexemes, vocabulary.lexemeOf) : [],
        reading: matched?.reading ?? null,
        correction: matched?.correction ?? null,
      };
    },
    async suggest(request) {
      const [vocabulary, known] = await Promise.all([words.vocabulary(), bestKnown()]);
      return suggest(suggestionSource({ db, vocabulary, bestKnown: known }), request);
    },
    async refresh() {
      await Promise.all([follower.catchUp(), words.rebuild()]);
      bestKnown = freshBestKnown();
      categoryShares = freshCategoryShares();
      matches = createMatchCache();
    },
    async check() {
      const { rows } = await db.execute<{ version: string }>(
        sql`select current_setting('server_version') as version`,
      );
      return `PostgreSQL ${rows[0]!.version}`;
    },
    degradation: () =>
      follower.failingSince &&
      `Search shows the catalogue as it was at ${follower.failingSince.toISOString()}: the changes since then could not be read.`,
    async close() {
      clearTimeout(warmUp);
      await Promise.all([follower.close(), words.close()]);
    },
  };
}
