import type { PerformanceQuery, RecommendationPerformance } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

const mostRows = 200;

/** The numbers of a period by one dimension, the most shown first. */
export async function findPerformance(
  db: Database,
  { by, since, until }: { by: NonNullable<PerformanceQuery['by']>; since: Date; until: Date },
): Promise<RecommendationPerformance[]> {
  const isWithin = (column: Statement) =>
    sql`${column} >= ${since.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`;
  const key = (row: Statement) => sql`
    case ${by}::text when 'slot' then ${row}.slot when 'source' then ${row}.source when 'model' then ${row}.model_version
      when 'variant' then ${row}.variant else ${row}.product_id::text end`;
  const { rows } = await db.execute<RecommendationPerformance>(sql`
    with counted as (
      select ${key(sql`x`)} as key, count(*) as exposures, 0::bigint as impressions, 0::bigint as clicks,
        0::bigint as carts, 0::bigint as purchases, 0::numeric as revenue, null::text as currency
      from exposed_cards x where ${isWithin(sql`x.shown_at`)} group by 1
      union all
      select ${key(sql`x`)}, 0, count(*), 0, 0, 0, 0, null
      from exposed_cards x
      where x.seen_at is not null and ${isWithin(sql`x.seen_at`)}
        and x.shown_at between ${since.toISOString()}::timestamptz - interval '7 days' and ${until.toISOString()}::timestamptz
      group by 1
      union all
      select ${key(sql`x`)}, 0, 0, count(distinct (x.request_id, x.position)), 0, 0, 0, null
      from events e join exposed_cards x on x.request_id = e.request_id and x.position = e.position
        and (x.product_id = e.product_id or exists (
          select from products shown join products clicked using (group_id)
          where shown.product_id = x.product_id and clicked.product_id = e.product_id))
      where e.kind = 'click' and e.request_id is not null and e.actor = 'person' and ${isWithin(sql`e.occurred_at`)}
        and x.shown_at between ${since.toISOString()}::timestamptz - interval '7 days' and ${until.toISOString()}::timestamptz
      group by 1
      union all
      select ${key(sql`a`)}, 0, 0, 0, count(*) filter (where a.kind = 'cart'), count(*) filter (where a.kind = 'purchase'),
        coalesce(sum(a.revenue_minor), 0), a.currency
      from attributions a where ${isWithin(sql`a.taken_at`)} group by 1, a.currency
    ), totals as (
      select key, sum(exposures)::float8 as exposures, sum(impressions)::float8 as impressions, sum(clicks)::float8 as clicks,
        sum(carts)::float8 as carts, sum(purchases)::float8 as purchases
      from counted group by key
    )
    select key, exposures, impressions, clicks, carts, purchases, clicks / nullif(impressions, 0) as ctr,
      coalesce((
        select json_agg(json_build_object('amount_minor', c.revenue, 'currency', c.currency) order by c.currency)
        from counted c where c.currency is not null and c.key is not distinct from totals.key), '[]') as revenue
    from totals order by exposures desc, key limit ${mostRows}`);
  return rows;
}
