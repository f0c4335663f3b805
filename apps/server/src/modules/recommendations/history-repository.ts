import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';

/** Whose shelf it is: a known user, an anonymous browser, both, or nobody. */
export interface Shopper {
  readonly userId: string | undefined;
  readonly visitorId: string | undefined;
}

/** How many of the products last looked at say what somebody is after. */
const sessionLength = 20;
const sessionDays = 30;

/** Products that a shopper looked at, the newest first, each once. */
export async function findRecentViews(db: Database, visitorId: string | undefined): Promise<number[]> {
  if (visitorId === undefined) return [];
  const { rows } = await db.execute<{ product_id: number }>(sql`
    select product_id from (
      select product_id, event_id from events
      where visitor_id = ${visitorId} and kind <> 'search' and occurred_at > now() - make_interval(days => ${sessionDays})
      order by event_id desc limit 200
    ) as newest
    group by product_id order by max(event_id) desc limit ${sessionLength}`);
  return rows.map((row) => row.product_id);
}

/** Products that a user reviewed or bought: what is not recommended again, the newest first. */
export async function findOwned(db: Database, userId: string | undefined): Promise<number[]> {
  if (userId === undefined) return [];
  const { rows } = await db.execute<{ product_id: number }>(sql`
    select product_id from (
      select product_id, timestamp as since from reviews where user_id = ${userId}
      union all
      select l.product_id, o.created_at from orders o join order_lines l using (order_id)
      where o.user_id = ${userId} and o.status <> 'Cancelled'
    ) as owned
    group by product_id order by max(since) desc, product_id`);
  return rows.map((row) => row.product_id);
}
