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

/** What somebody did, as far as it says what they like. Each product once, the newest first. */
export interface History {
  /** Looked at. */
  readonly viewed: readonly number[];
  /** Reviewed or bought: what is not recommended again. */
  readonly owned: readonly number[];
  /** What came later is not in it. */
  readonly readAt: Date;
}

/**
 * What a member did with a browser is theirs alone: nobody who comes after them with its visitor cookie has it.
 * @param until left out: up to now
 */
export async function findHistory(db: Database, shopper: Shopper, until?: Date): Promise<History> {
  const { rows } = await db.execute<{ viewed: number[]; owned: number[]; read_at_ms: number }>(sql`
    with reading as (select coalesce(${until?.toISOString() ?? null}::timestamptz, now()) as at)
    select
      array(
        select product_id from (
          select product_id, event_id from events
          where visitor_id = ${shopper.visitorId ?? null} and kind <> 'search'
            and (user_id is null or user_id = ${shopper.userId ?? null})
            and occurred_at > now() - make_interval(days => ${sessionDays}) and occurred_at <= reading.at
          order by event_id desc limit 200
        ) as newest
        group by product_id order by max(event_id) desc limit ${sessionLength}
      ) as viewed,
      array(
        select product_id from (
          select product_id, timestamp as since from reviews where user_id = ${shopper.userId ?? null}
          union all
          select l.product_id, o.created_at from orders o join order_lines l using (order_id)
          where o.user_id = ${shopper.userId ?? null} and o.status <> 'Cancelled'
        ) as deeds
        where since <= reading.at
        group by product_id order by max(since) desc, product_id
      ) as owned,
      ceil(extract(epoch from reading.at) * 1000)::float8 as read_at_ms
    from reading`);
  const [{ viewed, owned, read_at_ms }] = rows;
  return { viewed, owned, readAt: new Date(read_at_ms) };
}
