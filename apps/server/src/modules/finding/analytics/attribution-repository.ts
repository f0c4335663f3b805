/**
 * @file Which recommendation led to a cart or a purchase: the last click on a card of the same item by the same person, or else the last
 * impression of one, within the shop's attribution window.
 */
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** A page may stay open for some days before its card is clicked. */
const openDays = 7;

/**
 * Stores the attributions of taken products. A person's visitors are those that logged in or acted as a member, so what a guest did
 * before counts. A member's own actions never count for a later visitor with the same cookie.
 * @param taken columns: kind, user_id, visitor_id, order_id, taken_product_id, quantity, revenue_minor, currency, taken_at
 */
const attribute = (taken: Statement, windowDays: number): Statement => {
  const window = sql`make_interval(days => ${windowDays})`;
  const isTheirs = (row: Statement) => sql`
    (${row}.user_id = w.user_id or (${row}.user_id is null and ${row}.visitor_id = any (them.visitors)))`;
  const isSameItem = sql`
    x.shown_at between w.taken_at - ${window} - make_interval(days => ${openDays}) and w.taken_at + interval '1 minute'
      and exists (
        select from products shown where shown.product_id = x.product_id
          and coalesce(shown.group_id, shown.product_id) = w.item_id)`;
  return sql`
    insert into attributions (kind, touch, touched_at, request_id, position, slot, source, model_version, variant, product_id,
      taken_product_id, order_id, quantity, revenue_minor, currency, taken_at)
    select w.kind, last.touch::attribution_touch, last.touched_at, last.request_id, last.position, last.slot, last.source,
      last.model_version, last.variant, last.product_id, w.taken_product_id, w.order_id, w.quantity, w.revenue_minor, w.currency, w.taken_at
    from (
      select taken.*, coalesce(p.group_id, p.product_id) as item_id
      from (${taken}) as taken join products p on p.product_id = taken.taken_product_id
      where not exists (select from users u where u.user_id = taken.user_id and u.opted_out_at is not null)
    ) as w
    cross join lateral (
      select array(
        select w.visitor_id where w.visitor_id is not null
        union select visitor_id from visitor_members where user_id = w.user_id
        union select visitor_id from events where user_id = w.user_id and occurred_at between w.taken_at - ${window} and w.taken_at
        union select visitor_id from exposures
          where user_id = w.user_id and visitor_id is not null and shown_at between w.taken_at - ${window} and w.taken_at
      ) as visitors
    ) as them
    cross join lateral (
      (select 1 as place, 'click' as touch, e.occurred_at as touched_at, x.*
      from events e join exposed_cards x on x.request_id = e.request_id and x.position = e.position
      where e.kind = 'click' and e.request_id is not null and e.occurred_at between w.taken_at - ${window} and w.taken_at
        and ${isTheirs(sql`e`)} and ${isSameItem}
      order by e.event_id desc limit 1)
      union all
      (select 2, 'impression', x.seen_at, x.*
      from exposed_cards x
      where x.seen_at between w.taken_at - ${window} and w.taken_at and ${isTheirs(sql`x`)} and ${isSameItem}
      order by x.seen_at desc limit 1)
      order by place limit 1
    ) as last
    on conflict do nothing`;
};

export interface CartAddition {
  readonly userId: string | null;
  readonly visitorId: string | null;
  readonly productId: number;
  readonly quantity: number;
}

/** What a visitor did before the log-in counts for the member. */
export async function noteLogin(
  db: Database,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  await db.execute(sql`
    insert into visitor_members (user_id, visitor_id) select user_id, ${visitorId} from users
    where user_id = ${userId} and erased_at is null and opted_out_at is null
    on conflict (user_id, visitor_id) do update set logged_in_at = now()`);
}

/** A card counts once for a cart, however often its product is added. */
export async function attributeCarts(
  db: Database,
  additions: readonly CartAddition[],
  windowDays: number,
): Promise<void> {
  const taken = sql`
    select 'cart'::attribution_kind as kind, "userId" as user_id, "visitorId" as visitor_id, null::uuid as order_id,
      "productId" as taken_product_id, quantity, null::bigint as revenue_minor, null::char(3) as currency, now() as taken_at
    from json_to_recordset(${JSON.stringify(additions)}::json)
      as c ("userId" text, "visitorId" uuid, "productId" int, quantity int)`;
  await db.execute(attribute(taken, windowDays), { keepsPlan: true });
}

/** Attributes the lines of a paid order, each once. */
export async function attributeOrder(
  db: Database,
  { orderId, visitorId }: { orderId: string; visitorId: string | null },
  windowDays: number,
): Promise<void> {
  const taken = sql`
    select 'purchase'::attribution_kind as kind, o.user_id, ${visitorId}::uuid as visitor_id, o.order_id,
      l.product_id as taken_product_id, l.quantity, l.total_minor as revenue_minor, o.currency, o.created_at as taken_at
    from orders o join order_lines l using (order_id)
    where o.order_id = ${orderId} and o.payment_status in ('paid', 'partly-refunded', 'refunded')`;
  await db.execute(attribute(taken, windowDays), { keepsPlan: true });
}

/**
 * Takes the refunds of an order back from its attributions: refunded units at the line's price, and money that was refunded without goods
 * in proportion to the lines.
 */
export async function takeBackRefunds(db: Database, orderId: string): Promise<void> {
  await db.execute(sql`
    update attributions a
    set refunded_quantity = line.refunded, updated_at = now(),
      revenue_minor = case when line.is_everything then 0 else greatest(0, round(
        line.total_minor * (line.quantity - line.refunded) / line.quantity::numeric - line.goodwill * line.share)) end
    from (
      select l.product_id, l.total_minor, l.quantity, o.payment_status = 'refunded' as is_everything,
        coalesce(l.total_minor / nullif(sum(l.total_minor) over (), 0), 0) as share,
        least(l.quantity, coalesce((
          select sum(rl.withheld + rl.returned + rl.kept) from refund_lines rl join refunds r using (refund_id)
          where rl.order_id = l.order_id and rl.product_id = l.product_id and r.status = 'succeeded'), 0))::int as refunded,
        coalesce((
          select sum(r.amount_minor) from refunds r where r.order_id = l.order_id and r.status = 'succeeded'
            and not exists (select from refund_lines rl where rl.refund_id = r.refund_id)), 0) as goodwill
      from orders o join order_lines l using (order_id) where o.order_id = ${orderId}
    ) as line
    where a.order_id = ${orderId} and a.taken_product_id = line.product_id`);
}
