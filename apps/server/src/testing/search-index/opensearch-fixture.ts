/** @file A shop's database with its own index on an OpenSearch server, for tests. */
import { pino } from 'pino';
import { createOpenSearchSearchIndex } from '../../adapters/opensearch-search-index/opensearch-search-index.ts';
import { type Database, openDatabase } from '../../platform/postgres/database.ts';
import { createNotifications } from '../../platform/postgres/notifications.ts';
import type { SearchIndexFixture } from '../../ports/search-index.contract.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import { createTestDatabase } from '../postgres/test-database.ts';
import { createTestSearchPrefix, testSearchUrl } from '../servers/opensearch-server.ts';

export interface OpenSearchFixture extends SearchIndexFixture {
  readonly database: Database;
  readonly connectionString: string;
  readonly url: string;
  readonly prefix: string;
  /** Another node of the same shop. It is closed with the fixture. */
  addNode(): Promise<SearchIndex>;
}

export async function openOpenSearchFixture(url = testSearchUrl!): Promise<OpenSearchFixture> {
  const { connectionString, drop } = await createTestDatabase();
  const { prefix, removeIndices } = createTestSearchPrefix(url);
  const logger = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' });
  const closings: (() => Promise<void>)[] = [];

  async function openNode() {
    const opened = openDatabase({ connectionString, max: 6 });
    const notifications = await createNotifications({ connectionString, logger });
    const index = createOpenSearchSearchIndex({
      url,
      prefix,
      db: opened.db,
      notifications,
      logger,
      patienceMs: 20_000,
    });
    closings.push(async () => {
      await index.close();
      await notifications.close();
      await opened.close();
    });
    return { index, ...opened };
  }
  const { index, pool, db } = await openNode();
  return {
    index,
    db: pool,
    database: db,
    connectionString,
    url,
    prefix,
    addNode: async () => (await openNode()).index,
    async close() {
      for (const close of closings) await close();
      await removeIndices().catch(() => undefined);
      await drop();
    },
  };
}

/** Every product that the index finds. */
export async function readWholeIndex(index: SearchIndex): Promise<number[]> {
  const ids: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await index.search({ filters: {}, sort: 'newest', limit: 500, cursor });
    ids.push(...page.productIds);
    cursor = page.nextCursor;
  }
  return ids.toSorted((a, b) => a - b);
}
