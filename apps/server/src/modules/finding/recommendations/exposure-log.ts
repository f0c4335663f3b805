import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { timeOfId } from '../../../platform/time-ordered-id.ts';
import { createWriteBehind, type WriteBehind } from '../../../platform/write-behind.ts';
import type { RecommendationMetrics as Metrics } from './recommendation-metrics.ts';

/** A page of a shelf. */
export interface Exposure {
  /** A UUID of version 7. */
  readonly requestId: string;
  /** The cards in order, at least one. */
  readonly cards: readonly {
    readonly position: number;
    readonly productId: number;
    readonly source: string;
    readonly score: number;
  }[];
  readonly visitorId: string | undefined;
  readonly userId: string | undefined;
  readonly modelVersion: string | undefined;
  readonly variant: string;
  readonly slot: string;
}

/** The time comes from the id, so that storing a row again conflicts, whatever the time is then. */
const rowOf = ({ cards, ...exposure }: Exposure) => ({
  ...exposure,
  firstPosition: cards[0]!.position,
  productIds: cards.map(({ productId }) => productId),
  sources: cards.map(({ source }) => source),
  scores: cards.map(({ score }) => score),
  shownAt: timeOfId(exposure.requestId),
});

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
      db.execute(
        sql`
        insert into exposures (request_id, first_position, product_ids, sources, scores, visitor_id, user_id, model_version, variant, slot, shown_at)
        select "requestId", "firstPosition", "productIds", sources, scores, case when u.opted_out_at is null then "visitorId" end,
          case when u.opted_out_at is null then "userId" end, "modelVersion", variant, slot, "shownAt"
        from json_to_recordset(${JSON.stringify(rows.map(rowOf))}::json) as e (
          "requestId" uuid, "firstPosition" smallint, "productIds" int[], sources text[], scores float8[], "visitorId" uuid, "userId" text,
          "modelVersion" text, variant text, slot text, "shownAt" timestamptz)
        left join users u on u.user_id = e."userId"
        on conflict do nothing`,
        { keepsPlan: true },
      ),
    onLost(lost, error) {
      metrics.exposuresLost.inc(lost);
      if (error) logger.error({ err: error, shelves: lost }, 'exposures could not be stored');
    },
  });
}
