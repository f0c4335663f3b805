import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export interface Trend {
  /** The strongest trend first. */
  readonly items: readonly { readonly itemId: number; readonly score: number }[];
  /** The time of the oldest counted action, or null if there is none. */
  readonly since: Date | null;
}

const windowDays = 60;
const halfLifeDays = 10;
/** Fewer people on one item are chance, not a trend. */
const leastPeople = 3;
/** The current time is when the last of this many people, or half of all, acted. So a single person cannot make all other actions look old. */
const peopleOfNow = 20;
/** At most this many of each kind are read. */
const newestReviews = 20_000;
const newestViews = 40_000;

/**
 * Finds items that people review well, buy and view. It counts each person once per item, by their strongest action: a buyer counts five
 * times and a reviewer three times as much as a viewer. An action counts half after ten days. A catalogue of an old data set has its own
 * current time. Views of robots, and of visitors whose browser has run no script, do not count.
 */
export async function findTrending(db: Database, limit: number): Promise<Trend> {
  const { rows } = await db.execute<{ item_id: number; score: number; since_ms: number }>(sql`
    with grouped as (select product_id, group_id from products where group_id is not null),
    views as (
      select person, coalesce(group_id, product_id) as item_id, max(at) as at,
        count(*) over (partition by coalesce(group_id, product_id)) as viewers
      from (
        select coalesce(user_id, visitor_id::text) as person, product_id, occurred_at as at from events
        where product_id is not null and actor = 'person' order by occurred_at desc limit ${newestViews}
      ) as newest left join grouped using (product_id)
      group by person, coalesce(group_id, product_id)
    ),
    signals as (
      select person, coalesce(group_id, product_id) as item_id, at, weight
      from (
        (select user_id as person, product_id, timestamp as at, 3.0 as weight from reviews
        where status = 'published' and rating >= 3 order by timestamp desc limit ${newestReviews})
        union all
        select coalesce(o.user_id, lower(o.email)), l.product_id, o.created_at, 5.0
        from orders o join order_lines l using (order_id)
        where o.payment_status in ('paid', 'partly-refunded')
          and o.created_at > (select max(created_at) from orders) - make_interval(days => ${windowDays * 2})
      ) as deeds left join grouped using (product_id)
      union all
      select person, item_id, at, 1.0 from views where viewers >= ${leastPeople}
    ),
    now_here as (
      select min(last) as at from (
        select max(at) as last, row_number() over (order by max(at) desc) as place, count(*) over () as everybody
        from signals group by person
      ) as people
      where place <= ${peopleOfNow} and place <= (everybody + 1) / 2
    ),
    people as (
      select item_id, min(signals.at) as since,
        max(weight * power(0.5::float8, greatest(extract(epoch from now_here.at - signals.at)::float8, 0) / (86400 * ${halfLifeDays}))) as weight
      from signals, now_here
      where signals.at > now_here.at - make_interval(days => ${windowDays})
      group by item_id, person
    ),
    trends as (
      select item_id, sum(weight)::float8 as score, min(since) as since
      from people group by item_id having count(*) >= ${leastPeople}
    )
    select item_id, score, (extract(epoch from min(since) over ()) * 1000)::float8 as since_ms
    from trends
    where exists (select from products p where p.product_id = item_id and p.is_listed)
      or exists (select from products p where p.group_id = item_id and p.is_listed)
    order by score desc, item_id desc limit ${limit}`);
  return {
    items: rows.map(({ item_id, score }) => ({ itemId: item_id, score })),
    since: rows.length > 0 ? new Date(rows[0].since_ms) : null,
  };
}
