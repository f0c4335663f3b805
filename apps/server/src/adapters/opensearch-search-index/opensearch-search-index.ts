/**
 * @file Search by OpenSearch or Elasticsearch 8, using only features that both have without plugins. PostgreSQL is the source of truth.
 * The index follows what is committed there (`index-follower.ts`) and can be rebuilt at any time.
 */
import type { Logger } from 'pino';
import type { Database } from '../../platform/postgres/database.ts';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import { remember } from '../../platform/remember.ts';
import { type SearchIndex, UnknownCategoryError } from '../../ports/search-index.ts';
import { searchChangesChannel, searchSynonymsChannel } from '../search-reading/search-words-repository.ts';
import { suggest } from '../search-reading/suggest.ts';
import { readSynonyms } from '../search-reading/synonym-repository.ts';
import { createVocabularyHost, type VocabularyHost } from '../search-reading/vocabulary-host.ts';
import { answerPage } from './answer-page.ts';
import { findBestKnown } from './best-known.ts';
import { hasCategory, readCategoryNames } from './category-repository.ts';
import { findCategoryShares } from './category-shares-repository.ts';
import { openSearchConnection } from './connection.ts';
import { createIndexFollower } from './index-follower.ts';
import { matchText } from './match-text.ts';
import { openIndexing } from './open-indexing.ts';
import { suggestionSource } from './suggestion-source.ts';

export interface OpenSearchSearchIndexOptions {
  /** With user and password, if the server needs them. */
  readonly url: string;
  /** The prefix of the names of its indices. */
  readonly prefix: string;
  readonly db: Database;
  readonly notifications: Notifications;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Shared with another index of the shop. By default, the index has its own. */
  readonly words?: VocabularyHost;
  readonly clock?: () => Date;
  /** How long a search waits for OpenSearch before it throws: by default 1 s. */
  readonly patienceMs?: number;
}

/** How long names of categories are kept, and synonyms that changed without a notification. */
const namesLiveMs = 30_000;
/** These are counted over the whole catalogue. */
const sharesLiveMs = 600_000;
const checkTimeoutMs = 2_000;

/** Builds and updates its index in the background from the start. It throws until the index is built, and whenever the server is down. */
export function createOpenSearchSearchIndex({
  url,
  prefix,
  db,
  notifications,
  logger,
  words = createVocabularyHost({ db, notifications, logger }),
  clock = () => new Date(),
  patienceMs = 1_000,
}: OpenSearchSearchIndexOptions): SearchIndex {
  const connection = openSearchConnection(url);
  const stop = new AbortController();
  const indexing = openIndexing({ connection, prefix, db, clock, signal: stop.signal });
  const follower = createIndexFollower({ indexing, stop, logger });
  const synonyms = remember(() => readSynonyms(db), { forMs: namesLiveMs });
  const categories = remember(() => readCategoryNames(db), { forMs: namesLiveMs });
  const bestKnown = remember(() => findBestKnown(target), { forMs: namesLiveMs });
  const categoryShares = remember(() => findCategoryShares(db), {
    forMs: sharesLiveMs,
    graceMs: sharesLiveMs,
  });
  notifications.subscribe(searchChangesChannel, follower.nudge);
  notifications.subscribe(searchSynonymsChannel, synonyms.forget);
  const target = {
    connection,
    alias: indexing.names.alias,
    patienceMs,
    db,
    vocabulary: () => words.vocabulary(),
    synonyms,
    categories,
    categoryShares,
  };

  return {
    engine: 'opensearch',
    async search(request) {
      const text = request.text?.trim();
      const page = text
        ? await matchText(target, request, text)
        : {
            ...(await answerPage(target, request, undefined)).page,
            highlight: () => [],
            reading: null,
            correction: null,
          };
      const { category } = request.filters;
      if (page.total === 0 && category !== undefined && !(await hasCategory(db, category)))
        throw new UnknownCategoryError(`No category “${category}”.`);
      return page;
    },
    async suggest(request) {
      const [vocabulary, all, known] = await Promise.all([words.vocabulary(), categories(), bestKnown()]);
      return suggest(suggestionSource(target, { vocabulary, categories: all, bestKnown: known }), request);
    },
    async refresh() {
      synonyms.forget();
      categories.forget();
      bestKnown.forget();
      categoryShares.forget();
      await Promise.all([follower.catchUp(), words.rebuild()]);
    },
    async check() {
      const { version } = await connection.ask<{ version: { number: string; distribution?: string } }>({
        method: 'GET',
        path: '/',
        timeoutMs: checkTimeoutMs,
      });
      return `${version.distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch'} ${version.number}`;
    },
    degradation() {
      const since = follower.failingSince;
      return since && `OpenSearch has not received changes since ${since.toISOString()}.`;
    },
    async close() {
      await Promise.all([follower.close(), words.close()]);
      await connection.close();
    },
  };
}
