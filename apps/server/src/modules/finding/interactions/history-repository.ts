import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { dislikedGroups, dislikedProducts, likedInteractions } from './liked.ts';

/** Whose shelf it is: a known user, an anonymous browser, both, or nobody. */
export interface Shopper {
  readonly userId: string | undefined;
  readonly visitorId: string | undefined;
}

/** How many of the items last looked at, and last liked, say what somebody is after. */
const sessionLength = 20;
const sessionDays = 30;
const likedLength = 100;

/**
 * What somebody did with items. The newest come first, each item once. The maps say which product of the item it was, the last of
 * several, so that a reason can name it.
 */
export interface History {
  /** Looked at; without what they gave few stars. */
  readonly seen: ReadonlyMap<number, number>;
  /** Reviewed well or bought, by the rule that training goes by. Of a bought item, the product that they bought. */
  readonly liked: ReadonlyMap<number, number>;
  /** Those of the liked that they bought. */
  readonly bought: ReadonlySet<number>;
  /** Reviewed, however it came out, or bought, in any of its options: not recommended again. */
  readonly owned: readonly number[];
  /** What came later is not in it. */
  readonly readAt: Date;
}

export const emptyHistory = (readAt: Date): History => ({
  seen: new Map(),
  liked: new Map(),
  bought: new Set(),
  owned: [],
  readAt,
});

interface HistoryRow extends Record<string, unknown> {
  seen: number[];
  seen_products: number[];
  liked: number[];
  liked_products: number[];
  bought: number[];
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
    seen as (
      select coalesce(p.group_id, p.product_id) as item_id, max(event_id) as newest,
        (array_agg(p.product_id order by event_id desc))[1] as product_id
      from (
        select product_id, event_id from events, reading
        where visitor_id = ${shopper.visitorId ?? null} and kind <> 'search'
          and (user_id is null or user_id = ${userId})
          and occurred_at > now() - make_interval(days => ${sessionDays}) and occurred_at <= reading.at
        order by event_id desc limit 200
      ) as views join products p using (product_id)
      where not exists (select from (${dislikedProducts(userId)}) as disliked where disliked.product_id = p.product_id)
        and not exists (select from (${dislikedGroups(userId)}) as disliked where disliked.group_id = p.group_id)
      group by 1 order by newest desc limit ${sessionLength}
    ),
    liked as (
      select item_id, max(liked.at) as newest, bool_or(deed = 'bought') as is_bought,
        (array_agg(product_id order by deed = 'bought' desc, liked.at desc, product_id))[1] as product_id
      from (${likedInteractions(userId)}) as liked, reading
      where liked.at <= reading.at
      group by item_id order by newest desc, item_id limit ${likedLength}
    )
    select
      array(select item_id from seen order by newest desc) as seen,
      array(select product_id from seen order by newest desc) as seen_products,
      array(select item_id from liked order by newest desc, item_id) as liked,
      array(select product_id from liked order by newest desc, item_id) as liked_products,
      array(select item_id from liked where is_bought) as bought,
      array(
        select coalesce(p.group_id, p.product_id) from (
          select product_id, timestamp as since from reviews where user_id = ${userId}
          union all
          select l.product_id, o.created_at from orders o join order_lines l using (order_id)
          where o.user_id = ${userId} and o.status <> 'Cancelled'
        ) as deeds join products p using (product_id), reading
        where since <= reading.at
        group by 1 order by max(since) desc, 1
      ) as owned,
      ceil(extract(epoch from reading.at) * 1000)::float8 as read_at_ms
    from reading`;
  const { rows } = await db.execute<HistoryRow>(statement, { keepsPlan: true });
  const [{ seen, seen_products, liked, liked_products, bought, owned, read_at_ms }] = rows;
  return {
    seen: new Map(seen.map((itemId, place) => [itemId, seen_products[place]])),
    liked: new Map(liked.map((itemId, place) => [itemId, liked_products[place]])),
    bought: new Set(bought),
    owned,
    readAt: new Date(read_at_ms),
  };
}
