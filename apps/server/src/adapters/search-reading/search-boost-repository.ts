/** @file The table `search_boosts`, counted from what shoppers did after their searches. */
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import {
  buyerWeight,
  fewestPeople,
  learnedDays,
  mostClickersCounted,
  mostLearnedProducts,
} from '../../ports/learned-points.ts';

/** Lets only one node count. Any number that no other lock uses. */
const boostsLock = '7739269533206410343';

const period = sql`make_interval(days => ${learnedDays})`;

const allKeys = sql`select key from searches union select key from search_boosts`;

/** The keys of texts with a click in the last minutes or an order in the last day, because an order may be paid later. */
const recentKeys = (minutes: number) => sql`
  select s.key from events e join searches s using (search_id)
  where e.search_id is not null and e.occurred_at > now() - make_interval(mins => ${minutes})
  union
  select s.key from orders o join order_lines l using (order_id) join searches s using (search_id)
  where o.status in ('Pending', 'Completed', 'Cancelled') and o.created_at > now() - interval '1 day'`;

/**
 * Clicks count by person: by account, including what its browser did before the log-in, or else by browser. Purchases count by account,
 * or else by email address. Each search counts as one person at most, so an address with a search id that is shared with thousands
 * counts once. Administrators and robots do not count.
 */
const countedPeople = sql`
  asked as (
    select search_id, key from searches where searched_at > now() - ${period} and key in (select key from wanted)
  ), chosen as (
    select a.key, e.product_id, e.search_id, false as is_bought,
      coalesce(e.user_id, max(e.user_id) over (partition by e.visitor_id), e.visitor_id::text) as person
    from asked a join events e using (search_id)
    where e.kind = 'click' and e.actor <> 'robot' and e.occurred_at > now() - ${period}
    union all
    select a.key, l.product_id, l.search_id, true, coalesce(o.user_id, lower(o.email), o.order_id::text)
    from asked a join order_lines l using (search_id) join orders o using (order_id)
    where o.status <> 'Cancelled' and o.payment_status in ('paid', 'partly-refunded') and o.created_at > now() - ${period}
  ), counted as (
    select key, product_id,
      least(count(distinct person) filter (where not is_bought), count(distinct search_id) filter (where not is_bought))::int as clickers,
      least(count(distinct person) filter (where is_bought), count(distinct search_id) filter (where is_bought))::int as buyers
    from chosen where not exists (select from users u where u.user_id = person and u.role = 'admin')
    group by key, product_id
  ), fresh as (
    select key, product_id, clickers, buyers from (
      select *, row_number() over (
        partition by key order by least(clickers, ${mostClickersCounted}::int) + ${buyerWeight}::float8 * buyers desc, product_id) as place
      from counted where greatest(clickers, buyers) >= ${fewestPeople}::int
    ) as placed where place <= ${mostLearnedProducts}::int
  )`;

/**
 * Counts the people again.
 * @param minutes counts only texts with an action in the last minutes; by default counts all texts, which drops old choices and
 *   cancelled orders
 */
export async function countChoices(db: Database, { minutes }: { minutes?: number } = {}): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${boostsLock})`);
    await tx.execute(sql`set local statement_timeout = '10min'`);
    const wanted = minutes === undefined ? allKeys : recentKeys(minutes);
    await tx.execute(sql`
       with wanted as materialized (
         ${wanted}
       ), ${countedPeople}, gone as (
         delete from search_boosts b using wanted w
         where b.key = w.key and not exists (select from fresh f where f.key = b.key and f.product_id = b.product_id)
       )
       insert into search_boosts as b (key, product_id, clickers, buyers) select key, product_id, clickers, buyers from fresh
       on conflict (key, product_id) do update set clickers = excluded.clickers, buyers = excluded.buyers
       where (b.clickers, b.buyers) <> (excluded.clickers, excluded.buyers)`);
  });
}

/** Choices after a deleted search no longer count either. */
export async function purgeSearches(db: Database): Promise<void> {
  const atOnce = 50_000;
  for (;;) {
    const { rowCount } = await db.execute(sql`
       delete from searches where search_id in (
         select search_id from searches where searched_at < now() - ${period} order by searched_at limit ${atOnce})`);
    if (rowCount < atOnce) return;
  }
}
