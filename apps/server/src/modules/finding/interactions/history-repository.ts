import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { dislikedGroups, dislikedProducts, likedInteractions } from './liked.ts';

/** The owner of a shelf: a known user, an anonymous browser, both, or neither. */
export interface Shopper {
  readonly userId: string | undefined;
  readonly visitorId: string | undefined;
}

/** How many of the last viewed and of the last liked items count for the shopper's current interest. */
const sessionLength = 20;
const sessionDays = 30;
const likedLength = 100;

/**
 * The shopper's history of items, the newest first, each item once. The maps say which product of the item it was, the last one if there
 * were several, so that a reason can name it.
 */
export interface History {
  /** Viewed items, without those that got few stars. */
  readonly seen: ReadonlyMap<number, number>;
  /** Items that were reviewed well or bought, by the same rule as in training. For a bought item, the bought product. */
  readonly liked: ReadonlyMap<number, number>;
  /** The liked items that were bought. */
  readonly bought: ReadonlySet<number>;
  /** Items that were reviewed, with any rating, or bought, in any option. They are not recommended again. */
  readonly owned: readonly number[];
  /** The time of reading. Later actions are not included. */
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
 * Reads a shopper's history. A member's actions in a browser belong only to the member: a later visitor with the same cookie does not get
 * them.
 * @param until up to now by default
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
