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
        select request_id, position, shown_at, x.seen_at
        from (
          select distinct request_id, position, shown_at from json_to_recordset(${JSON.stringify(seen)}::json)
            as s (request_id uuid, position smallint, shown_at timestamptz)
        ) as seen join exposures x using (request_id, position, shown_at)
        where x.shown_at between ${times[0]!}::timestamptz and ${times.at(-1)!}::timestamptz
      ), noted as (
        update exposures x set seen_at = now() from known
        where x.request_id = known.request_id and x.position = known.position and x.shown_at = known.shown_at
          and x.seen_at is null and x.shown_at between ${times[0]!}::timestamptz and ${times.at(-1)!}::timestamptz
      )
      select count(*)::int as known from known`);
  return (await retryOnConflict(see)).rows[0].known;
}
