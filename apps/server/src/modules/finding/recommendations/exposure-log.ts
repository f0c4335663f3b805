import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { timeOfId } from '../../../platform/time-ordered-id.ts';
import { createWriteBehind, type WriteBehind } from '../../../platform/write-behind.ts';
import type { RecommendationMetrics as Metrics } from './recommendation-metrics.ts';

export interface Exposure {
  /** A UUID of version 7. */
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

/** The time comes from the id, so that storing a row again conflicts, whatever the time is then. */
const withTime = (exposure: Exposure) => ({ ...exposure, shownAt: timeOfId(exposure.requestId) });

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
        insert into exposures (request_id, position, product_id, visitor_id, user_id, model_version, variant, slot, source, score, shown_at)
        select "requestId", position, "productId", case when u.opted_out_at is null then "visitorId" end,
          case when u.opted_out_at is null then "userId" end, "modelVersion", variant, slot, source, score, "shownAt"
        from json_to_recordset(${JSON.stringify(rows.map(withTime))}::json) as e (
          "requestId" uuid, position smallint, "productId" int, "visitorId" uuid, "userId" text,
          "modelVersion" text, variant text, slot text, source text, score float8, "shownAt" timestamptz)
        left join users u on u.user_id = e."userId"
        on conflict do nothing`),
    onLost(lost, error) {
      metrics.exposuresLost.inc(lost);
      if (error) logger.error({ err: error, rows: lost }, 'exposures could not be stored');
    },
  });
}
