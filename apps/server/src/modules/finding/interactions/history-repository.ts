import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { leastLikedRating, likedInteractions } from './liked.ts';

/** Whose shelf it is: a known user, an anonymous browser, both, or nobody. */
export interface Shopper {
  readonly userId: string | undefined;
  readonly visitorId: string | undefined;
}

/** How many of the products last looked at, and last liked, say what somebody is after. */
const sessionLength = 20;
const sessionDays = 30;
const likedLength = 100;

/** What somebody did with products. Of each list the newest come first, each product once. */
export interface History {
  /** Looked at; without what they gave few stars. */
  readonly seen: readonly number[];
  /** Reviewed well or bought, by the rule that training goes by. */
  readonly liked: readonly number[];
  /** Those of the liked that they bought. */
  readonly bought: ReadonlySet<number>;
  /** Reviewed, however it came out, or bought: not recommended again. */
  readonly owned: readonly number[];
  /** What came later is not in it. */
  readonly readAt: Date;
}

export const emptyHistory = (readAt: Date): History => ({
  seen: [],
  liked: [],
  bought: new Set(),
  owned: [],
  readAt,
});

interface HistoryRow extends Record<string, unknown> {
  seen: number[];
  liked: number[];
  bought: number[];
  disliked: number[];
  owned: number[];
  read_at_ms: number;
}

/**
 * What a member did with a browser is theirs alone: nobody who comes after them with its visitor cookie has it.
 * @param until left out: up to now
 */
export async function findHistory(db: Database, shopper: Shopper, until?: Date): Promise<History> {
  const userId = shopper.userId ?? null;
  const statement = sql`
    with reading as (select coalesce(${until?.toISOString() ?? null}::timestamptz, now()) as at),
    liked as (
      select product_id, max(liked.at) as newest, bool_or(deed = 'bought') as is_bought
      from (${likedInteractions(userId)}) as liked, reading
      where liked.at <= reading.at
      group by product_id order by newest desc, product_id limit ${likedLength}
    )
    select
      array(
        select product_id from (
          select product_id, event_id from events
          where visitor_id = ${shopper.visitorId ?? null} and kind <> 'search'
            and (user_id is null or user_id = ${userId})
            and occurred_at > now() - make_interval(days => ${sessionDays}) and occurred_at <= reading.at
          order by event_id desc limit 200
        ) as newest
        group by product_id order by max(event_id) desc limit ${sessionLength}
      ) as seen,
      array(select product_id from liked order by newest desc, product_id) as liked,
      array(select product_id from liked where is_bought) as bought,
      array(select product_id from reviews where user_id = ${userId} and rating < ${leastLikedRating}) as disliked,
      array(
        select product_id from (
          select product_id, timestamp as since from reviews where user_id = ${userId}
          union all
          select l.product_id, o.created_at from orders o join order_lines l using (order_id)
          where o.user_id = ${userId} and o.status <> 'Cancelled'
        ) as deeds
        where since <= reading.at
        group by product_id order by max(since) desc, product_id
      ) as owned,
      ceil(extract(epoch from reading.at) * 1000)::float8 as read_at_ms
    from reading`;
  const { rows } = await db.execute<HistoryRow>(statement, { keepsPlan: true });
  const [{ seen, liked, bought, disliked, owned, read_at_ms }] = rows;
  const hated = new Set(disliked);
  return {
    seen: seen.filter((productId) => !hated.has(productId)),
    liked,
    bought: new Set(bought),
    owned,
    readAt: new Date(read_at_ms),
  };
}
