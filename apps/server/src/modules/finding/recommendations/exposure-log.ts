import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createWriteBehind, type WriteBehind } from '../../../platform/write-behind.ts';
import type { RecommendationMetrics as Metrics } from './recommendation-metrics.ts';

export interface Exposure {
  readonly requestId: string;
  readonly position: number;
  readonly productId: number;
  readonly visitorId: string | undefined;
  readonly userId: string | undefined;
  readonly modelVersion: string | undefined;
  readonly variant: string;
  readonly slot: string;
  readonly source: string;
  readonly score: number;
}

export type ExposureLog = WriteBehind<Exposure>;

/** Stores exposures in batches. */
export function createExposureLog({
  db,
  logger,
  metrics,
}: {
  db: Database;
  logger: FastifyBaseLogger;
  metrics: Metrics;
}): ExposureLog {
  return createWriteBehind({
    store: (rows) =>
      db.execute(sql`
        insert into exposures (request_id, position, product_id, visitor_id, user_id, model_version, variant, slot, source, score)
        select "requestId", position, "productId", "visitorId", "userId", "modelVersion", variant, slot, source, score
        from json_to_recordset(${JSON.stringify(rows)}::json) as e (
          "requestId" uuid, position smallint, "productId" int, "visitorId" uuid, "userId" text,
          "modelVersion" text, variant text, slot text, source text, score float8)
        on conflict do nothing`),
    onLost(lost, error) {
      metrics.exposuresLost.inc(lost);
      if (error) logger.error({ err: error, rows: lost }, 'exposures could not be stored');
    },
  });
}
