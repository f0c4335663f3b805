import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export interface Trend {
  /** The most first. */
  readonly products: readonly { readonly productId: number; readonly score: number }[];
  /** The oldest of what was counted; null: nothing was. */
  readonly since: Date | null;
}

const windowDays = 60;
const halfLifeDays = 10;
/** So many people on one product are a trend, and fewer are chance. */
const leastPeople = 3;
/** Time runs up to where so many people, or half of them, have been seen since: nobody alone makes the rest of the shop old. */
const peopleOfNow = 20;
/** Of each kind no more are read. */
const newestReviews = 20_000;
const newestViews = 40_000;

/**
 * What people review well, buy and look at. It counts people, each once a product, by the best that they did with it: whoever buys
 * counts five times and whoever reviews three times as much as whoever looks. Each counts half as much after ten days. A catalogue
 * of an old data set has its own time.
 */
export async function findTrending(db: Database, limit: number): Promise<Trend> {
  const { rows } = await db.execute<{ product_id: number; score: number; since_ms: number }>(sql`
    with signals as (
      (select user_id as person, product_id, timestamp as at, 3.0 as weight from reviews
      where status = 'published' and rating >= 3 order by timestamp desc limit ${newestReviews})
      union all
      select coalesce(o.user_id, lower(o.email)), l.product_id, o.created_at, 5.0
      from orders o join order_lines l using (order_id)
      where o.payment_status in ('paid', 'partly-refunded')
        and o.created_at > (select max(created_at) from orders) - make_interval(days => ${windowDays * 2})
      union all
      select person, product_id, at, 1.0 from (
        select coalesce(user_id, visitor_id::text) as person, product_id, max(occurred_at) as at,
          count(*) over (partition by product_id) as viewers
        from (
          select user_id, visitor_id, product_id, occurred_at from events
          where product_id is not null order by occurred_at desc limit ${newestViews}
        ) as newest
        group by person, product_id
      ) as views where viewers >= ${leastPeople}
    ),
    now_here as (
      select min(last) as at from (
        select max(at) as last, row_number() over (order by max(at) desc) as place, count(*) over () as everybody
        from signals group by person
      ) as people
      where place <= ${peopleOfNow} and place <= (everybody + 1) / 2
    ),
    people as (
      select product_id, min(signals.at) as since,
        max(weight * power(0.5, greatest(extract(epoch from now_here.at - signals.at), 0) / (86400.0 * ${halfLifeDays}))) as weight
      from signals, now_here
      where signals.at > now_here.at - make_interval(days => ${windowDays})
      group by product_id, person
    )
    select product_id, sum(weight)::float8 as score,
      (extract(epoch from min(min(since)) over ()) * 1000)::float8 as since_ms
    from people join products p using (product_id)
    where p.is_listed
    group by product_id having count(*) >= ${leastPeople}
    order by score desc, product_id desc limit ${limit}`);
  return {
    products: rows.map(({ product_id, score }) => ({ productId: product_id, score })),
    since: rows.length > 0 ? new Date(rows[0].since_ms) : null,
  };
}
