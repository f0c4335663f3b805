import type { Signals } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { History, Shopper } from './history.ts';
import { type Fact, historyOfFacts } from './history-of-facts.ts';
import { viewedDays } from './signals.ts';

/** How many of a browser's views are read. Several may be of one item. */
const mostEvents = 200;

interface Options {
  readonly signals: Signals;
  /** Up to now by default. */
  readonly until?: Date | undefined;
}

/** Reads a shopper's history with one statement. */
export async function findHistory(db: Database, shopper: Shopper, options: Options): Promise<History> {
  const [history] = await findHistories(db, [shopper], options);
  return history;
}

interface FactRow extends Fact {
  readonly n: number;
}

/**
 * Reads the histories of shoppers, in order, with one statement for the members and one for the visitors. It only collects facts: a plan of many steps would take
 * longer to start than to run. A member's actions in a browser belong only to the member: a later visitor with the same cookie does not get them.
 */
export async function findHistories(
  db: Database,
  shoppers: readonly Shopper[],
  { signals, until }: Options,
): Promise<History[]> {
  const facts: Fact[][] = shoppers.map(() => []);
  let clock: Fact | undefined;
  const read = async (areMembers: boolean) => {
    const places = [...shoppers.keys()].filter(
      (place) => (shoppers[place].userId !== undefined) === areMembers,
    );
    if (places.length === 0) return;
    const { rows } = await db.execute<FactRow>(factsOf(shoppers, { places, areMembers, until }), {
      keepsPlan: true,
    });
    for (const fact of rows)
      if (fact.kind === 'clock') clock = fact;
      else facts[fact.n].push(fact);
  };
  await Promise.all([read(true), read(false)]);
  return facts.map((theirs) => historyOfFacts(theirs, { clock: clock!, signals }));
}

/**
 * Columns: n, kind, product_id, item_id, is_grouped, age (seconds), value, brand, category_id. The condition on `n` is always true: with it, PostgreSQL expects
 * one shopper whatever the arrays have, and keeps its plan. Otherwise it expects ten if it does not see the arrays, and prefers to plan each time.
 */
function factsOf(
  shoppers: readonly Shopper[],
  { places, areMembers, until }: { places: readonly number[]; areMembers: boolean; until: Date | undefined },
): Statement {
  const userIds = places.map((place) => shoppers[place].userId ?? null);
  const visitorIds = places.map((place) => shoppers[place].visitorId ?? null);
  const isTheirs = (alias: string) =>
    areMembers ? sql.raw(`${alias}.user_id = s.user_id`) : sql.raw(`${alias}.visitor_id = s.visitor_id`);
  return sql`
    with clock as (select coalesce(${until?.toISOString() ?? null}::timestamptz, now()) as at),
    shopper as materialized (
      select * from unnest(${places}::int[], ${userIds}::text[], ${visitorIds}::uuid[]) as s (n, user_id, visitor_id) where n >= 0 and n < 1000000
    ),
    facts as (
      select 0 as n, 'clock' as kind, null::int as product_id, timestamptz 'epoch' as at,
        extract(epoch from now() - clock.at)::float8 as value, null::text as brand, null::int as category_id
      from clock
      ${areMembers ? ofMembers : sql``}
      union all
      select s.n, f.kind::text, f.product_id, f.given_at, null, f.brand, f.category_id
      from shopper s join feedback f on ${isTheirs('f')}
      union all
      select s.n, 'view', e.product_id, e.occurred_at, e.event_id, null, null
      from shopper s, clock, lateral (
        select product_id, occurred_at, event_id from events
        where visitor_id = s.visitor_id and kind <> 'search' and (user_id is null or user_id = s.user_id)
          and occurred_at > now() - make_interval(days => ${viewedDays}) and occurred_at <= clock.at
        order by event_id desc limit ${mostEvents}) as e
      union all
      select s.n, 'carted', l.product_id, l.added_at, null, null, null
      from shopper s join carts c on ${isTheirs('c')} join cart_lines l using (cart_id)
      union all
      select s.n, 'wished', i.product_id, i.added_at, null, null, null
      from shopper s join wishlists w on ${isTheirs('w')} join wishlist_items i using (wishlist_id)
      where i.removed_at is null
      union all
      select s.n, 'had ', l.product_id, o.created_at, null, null, null
      from shopper s join checkouts c on c.visitor_id = s.visitor_id join orders o using (order_id) join order_lines l using (order_id)
      where o.status <> 'Cancelled'
    )
    select n, kind, product_id, coalesce(p.group_id, product_id) as item_id, p.group_id is not null as is_grouped,
      extract(epoch from clock.at - facts.at)::float8 as age, value, facts.brand, facts.category_id
    from clock, facts left join products p using (product_id)`;
}

/** What members did while they were logged in, here or in another shop that sent it. */
const ofMembers = sql`
      union all
      select s.n, 'opted-out', null, u.opted_out_at, null, null, null
      from shopper s join users u on u.user_id = s.user_id where u.opted_out_at is not null
      union all
      select s.n, case r.status when 'published' then 'review' else 'hidden-review' end, r.product_id, r.timestamp, r.rating, null, null
      from shopper s join reviews r on r.user_id = s.user_id
      union all
      select s.n, case when o.status = 'Cancelled' then '' else 'had ' end || case when o.payment_status in ('paid', 'partly-refunded') then 'paid' else '' end,
        l.product_id, o.created_at, null, null, null
      from shopper s join orders o on o.user_id = s.user_id join order_lines l using (order_id)
      union all
      select s.n, 'sent-' || i.kind, i.product_id, i.occurred_at, i.value, null, null
      from shopper s join interactions i on i.user_id = s.user_id`;
