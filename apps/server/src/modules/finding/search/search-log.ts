import type { SearchReading } from '@kindred/contracts';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createWriteBehind, type WriteBehind } from '../../../platform/write-behind.ts';
import type { SearchMetrics } from './search-metrics.ts';

/** It does not say who searched. */
export interface NotedSearch {
  readonly searchId: string;
  /** `searchKey` of the text after corrections. */
  readonly key: string;
  readonly text: string;
  readonly reading: SearchReading['reading'];
  readonly total: number;
}

export type SearchLog = WriteBehind<NotedSearch>;

/** Stores searches in batches. */
export function createSearchLog({
  db,
  logger,
  metrics,
}: {
  db: Database;
  logger: Pick<FastifyBaseLogger, 'error'>;
  metrics: SearchMetrics;
}): SearchLog {
  return createWriteBehind({
    store: (rows) =>
      db.execute(sql`
        insert into searches (search_id, key, text, reading, total)
        select "searchId", key, text, reading, total
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as s ("searchId" uuid, key text, text text, reading search_outcome, total int)
        on conflict do nothing`),
    onLost(lost, error) {
      metrics.searchesLost.inc(lost);
      if (error) logger.error({ err: error, rows: lost }, 'searches could not be stored');
    },
  });
}
