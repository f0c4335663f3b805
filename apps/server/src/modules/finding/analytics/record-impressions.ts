import { type Database, retryOnConflict } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { timeOfId } from '../../../platform/time-ordered-id.ts';

export interface Impression {
  readonly requestId: string;
  readonly position: number;
}

/**
 * Notes that a shopper saw these recommended items. The first time counts.
 * @returns how many of them were recommended
 */
export async function recordImpressions(db: Database, impressions: readonly Impression[]): Promise<number> {
  const seen = impressions.flatMap(({ requestId, position }) => {
    const shownAt = timeOfId(requestId)?.toISOString();
    return shownAt === undefined ? [] : [{ request_id: requestId, position, shown_at: shownAt }];
  });
  if (seen.length === 0) return 0;
  const times = seen.map(({ shown_at }) => shown_at).toSorted();
  const see = () =>
    db.execute<{ known: number }>(sql`
      with known as materialized (
        select x.request_id, x.first_position, x.shown_at, array_agg(distinct position::int) as positions
        from json_to_recordset(${JSON.stringify(seen)}::json) as s (request_id uuid, position smallint, shown_at timestamptz)
          join exposures x on x.request_id = s.request_id and x.shown_at = s.shown_at
            and s.position >= x.first_position and s.position < x.first_position + cardinality(x.product_ids)
        where x.shown_at between ${times[0]!}::timestamptz and ${times.at(-1)!}::timestamptz
        group by x.request_id, x.first_position, x.shown_at
      ), noted as (
        update exposures x set seen_at = array(
          select coalesce(x.seen_at[card], case when x.first_position + card - 1 = any(known.positions) then now() end)
          from generate_series(1, cardinality(x.product_ids)) as card order by card)
        from known
        where x.request_id = known.request_id and x.first_position = known.first_position and x.shown_at = known.shown_at
          and x.shown_at between ${times[0]!}::timestamptz and ${times.at(-1)!}::timestamptz
      )
      select coalesce(sum(cardinality(positions)), 0)::int as known from known`);
  return (await retryOnConflict(see)).rows[0].known;
}
