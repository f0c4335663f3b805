import type { Deed, Signals } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { dislikedOf, emptyHistory, entriesOf, type History, type Shopper } from './history.ts';
import { dislikedGroups, dislikedItems, dislikedProducts, likedInteractions } from './liked.ts';
import { sentViews } from './sent.ts';
import { mostViewed, viewedDays } from './signals.ts';

/** How many items of each kind count for the shopper's current interest. */
const mostLiked = 100;
const mostListed = 50;

interface HistoryRow extends Record<string, unknown> {
  items: number[];
  products: number[];
  deeds: Deed[];
  ages: number[];
  owned: number[];
  in_cart: number[];
  disliked: number[];
  hidden: number[];
  brands: string[];
  categories: number[];
  read_at_ms: number;
  is_opted_out: boolean;
}

/**
 * Reads a shopper's history with one statement. A member's actions in a browser belong only to the member: a later visitor with the same
 * cookie does not get them. What the shopper removed or switched off does not count, at once and on every node.
 * @param until up to now by default
 */
export async function findHistory(
  db: Database,
  shopper: Shopper,
  { signals, until }: { signals: Signals; until?: Date | undefined },
): Promise<History> {
  const statement = historyOf(
    { userId: shopper.userId ?? null, visitorId: shopper.visitorId ?? null },
    until,
  );
  const { rows } = await db.execute<HistoryRow>(statement, { keepsPlan: true });
  return presentHistory(rows[0], signals);
}

/** Reads the histories of many members with one query. */
export async function findHistories(
  db: Database,
  userIds: readonly string[],
  signals: Signals,
): Promise<Map<string, History>> {
  const { rows } = await db.execute<HistoryRow & { user_id: string }>(sql`
    select member.user_id, history.* from unnest(${userIds}::text[]) as member (user_id)
      cross join lateral (${historyOf({ userId: sql`member.user_id`, visitorId: null }, undefined)}) as history`);
  return new Map(rows.map((row) => [row.user_id, presentHistory(row, signals)]));
}

function presentHistory(row: HistoryRow, signals: Signals): History {
  const readAt = new Date(row.read_at_ms);
  if (row.is_opted_out) return emptyHistory(readAt);
  const done = row.items.map((itemId, place) => ({
    itemId,
    productId: row.products[place],
    deed: row.deeds[place],
    at: new Date(row.read_at_ms - row.ages[place] * 1000),
  }));
  const viewed = done.filter(({ deed }) => deed === 'viewed');
  return {
    entries: entriesOf(done, { readAt, signals }),
    seen: new Map(viewed.map(({ itemId, productId }) => [itemId, productId])),
    disliked: dislikedOf(row.disliked),
    owned: row.owned,
    inCart: row.in_cart,
    hidden: row.hidden,
    lessOfBrands: new Set(row.brands),
    lessOfCategories: new Set(row.categories),
    readAt,
  };
}

interface Whose {
  /** A value, or the column of a query around this one. */
  readonly userId: string | Statement | null;
  readonly visitorId: string | null;
}

function historyOf({ userId, visitorId }: Whose, until: Date | undefined): Statement {
  const isMember = userId !== null;
  const theirs = isMember ? sql`user_id = ${userId}` : sql`visitor_id = ${visitorId}::uuid`;
  return sql`
    with clock as (select coalesce(${until?.toISOString() ?? null}::timestamptz, now()) as at),
    said as materialized (
      select f.kind, coalesce(p.group_id, p.product_id) as item_id, p.product_id, f.brand, f.category_id, f.given_at
      from feedback f left join products p using (product_id), clock
      where f.${theirs} and f.given_at <= clock.at
    ),
    reading as (
      select clock.at, coalesce(${isMember ? sql`(select timestamptz 'infinity' from users where user_id = ${userId} and opted_out_at is not null), ` : sql``}(select max(given_at) from said where kind = 'reset'), '-infinity') as since
      from clock
    ),
    carted as (
      select coalesce(p.group_id, p.product_id) as item_id, l.product_id, l.added_at
      from carts c join cart_lines l using (cart_id) join products p using (product_id), reading
      where c.${theirs} and l.added_at <= reading.at
    ),
    viewed as (
      select coalesce(p.group_id, p.product_id) as item_id, max(occurred_at) as at, max(event_id) as place,
        (array_agg(p.product_id order by occurred_at desc, event_id desc))[1] as product_id
      from (
        (select product_id, event_id, occurred_at from events, reading
        where visitor_id = ${visitorId}::uuid and kind <> 'search' and (user_id is null or user_id = ${userId})
          and occurred_at > now() - make_interval(days => ${viewedDays}) and occurred_at <= reading.at
        order by event_id desc limit 200)
        ${
          isMember
            ? sql`union all
        (select product_id, 0, sent.at from (${sentViews(userId)}) as sent, reading
        where sent.at > now() - make_interval(days => ${viewedDays}) and sent.at <= reading.at
        order by sent.at desc limit 200)`
            : sql``
        }
      ) as views join products p using (product_id)
      ${
        isMember
          ? sql`
        where not exists (select from (${dislikedProducts(userId)}) as disliked where disliked.product_id = p.product_id)
          and not exists (select from (${dislikedGroups(userId)}) as disliked where disliked.group_id = p.group_id)`
          : sql``
      }
      group by 1 order by at desc, place desc limit ${mostViewed}
    ),
    deeds as (
      select item_id, product_id, 'viewed' as deed, at, place from viewed
      ${isMember ? sql`union all (${likedDeeds(userId)})` : sql``}
      union all (
        select coalesce(p.group_id, p.product_id), (array_agg(p.product_id order by i.added_at desc))[1], 'wished', max(i.added_at), 0
        from wishlists w join wishlist_items i using (wishlist_id) join products p using (product_id), reading
        where w.${theirs} and i.removed_at is null and i.added_at <= reading.at
        group by 1 order by 4 desc limit ${mostListed}
      )
      union all (
        select item_id, (array_agg(product_id order by added_at desc))[1], 'carted', max(added_at), 0
        from carted group by item_id order by 4 desc limit ${mostListed}
      )
      union all (
        select item_id, product_id, case kind when 'own' then 'owned' else 'liked' end, given_at, 0
        from said where kind in ('like', 'own') order by given_at desc limit ${mostLiked}
      )
    ),
    counted as (
      select item_id, product_id, deed, extract(epoch from reading.at - deeds.at)::float8 as age,
        row_number() over (order by deeds.at desc, place desc, item_id) as n
      from deeds, reading
      where deeds.at > reading.since and not exists (
        select from said where said.item_id = deeds.item_id
          and (kind in ('without', 'dislike', 'hide') or (kind = 'forget' and given_at >= deeds.at)))
    )
    select
      array(select item_id from counted order by n) as items,
      array(select product_id from counted order by n) as products,
      array(select deed from counted order by n) as deeds,
      array(select age from counted order by n) as ages,
      array(
        ${
          isMember
            ? sql`
        select coalesce(p.group_id, p.product_id) from (
          select product_id, timestamp as since from reviews where user_id = ${userId}
          union all
          select product_id, occurred_at from interactions where user_id = ${userId} and kind in ('purchase', 'rating')
          union all
          select l.product_id, o.created_at from orders o join order_lines l using (order_id)
          where o.user_id = ${userId} and o.status <> 'Cancelled'
        ) as had join products p using (product_id), reading
        where had.since <= reading.at
        union`
            : sql``
        }
        select item_id from said where kind = 'own'
        union
        select coalesce(p.group_id, p.product_id)
        from checkouts c join orders o using (order_id) join order_lines l using (order_id) join products p on p.product_id = l.product_id, reading
        where c.visitor_id = ${visitorId}::uuid and o.status <> 'Cancelled' and o.created_at <= reading.at
      ) as owned,
      array(select distinct item_id from carted) as in_cart,
      array(
        ${
          isMember
            ? sql`
        select item_id from (${dislikedItems(userId)}) as disliked
        where not exists (select from said where said.item_id = disliked.item_id and kind in ('without', 'forget'))
        union`
            : sql``
        }
        (select item_id from said where kind in ('dislike', 'hide') order by given_at desc limit ${mostLiked})
      ) as disliked,
      array(select distinct item_id from said where kind in ('dislike', 'hide')) as hidden,
      array(select brand from said where kind = 'less-of-brand') as brands,
      array(select category_id from said where kind = 'less-of-category') as categories,
      ceil(extract(epoch from reading.at) * 1000)::float8 as read_at_ms, since = 'infinity' as is_opted_out
    from reading`;
}

const likedDeeds = (userId: string | Statement): Statement => sql`
  select item_id, (array_agg(product_id order by deed = 'bought' desc, liked.at desc, product_id))[1],
    case when bool_or(deed = 'bought') then 'bought' else 'reviewed' end, max(liked.at), 0
  from (${likedInteractions(userId)}) as liked, reading
  where liked.at <= reading.at
  group by item_id order by 4 desc, item_id limit ${mostLiked}`;
