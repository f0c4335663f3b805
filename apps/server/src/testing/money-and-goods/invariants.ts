/** @file Rules that hold after every event of an order. Each violation is reported in a sentence. */

import { deriveFulfilment, findOrder } from '../../modules/selling/orders/index.ts';
import { sql } from '../../platform/postgres/sql.ts';
import type { Product, World } from './world.ts';

/**
 * For each product, the units in stock, the units still to be shipped and the units at buyers are together never more than the
 * units at the start. For each payment, the refunds are never more than the payment, in the provider's data and in ours.
 */
export async function findBreaches({ db }: World, products: readonly Product[]): Promise<string[]> {
  const { rows } = await db.execute<{ sentence: string }>(sql`
    with stock as (
      select "productId" as product_id, units
      from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as p ("productId" int, units int)
    ), lines as (
      select l.product_id, l.quantity, o.status, o.sold_at is not null as is_sold, s.shipped, r.withheld, r.returned
      from stock join order_lines l using (product_id) join orders o using (order_id)
      cross join lateral (
        select coalesce(sum(x.quantity), 0)::int as shipped from shipment_lines x
        where x.order_id = l.order_id and x.product_id = l.product_id) s
      cross join lateral (
        select coalesce(sum(x.withheld), 0)::int as withheld,
          coalesce(sum(x.returned) filter (where f.restocked_at is not null), 0)::int as returned
        from refund_lines x join refunds f using (refund_id)
        where x.order_id = l.order_id and x.product_id = l.product_id
          and (f.status <> 'failed' or f.restocked_at is not null)) r
    ), placed as (
      select product_id, sum(shipped - returned) as out_there,
        sum(case when is_sold and status = 'Pending' then quantity - shipped - withheld else 0 end) as may_be_shipped
      from lines group by product_id
    )
    select format('product %s: there were %s, but %s are on the shelf, %s may be shipped and %s are out',
        product_id, s.units, i.on_hand, p.may_be_shipped, p.out_there) as sentence
      from stock s join inventory i using (product_id) left join placed p using (product_id)
      where i.on_hand + coalesce(p.may_be_shipped + p.out_there, 0) > s.units or i.on_hand < 0 or i.reserved < 0
    union all
    select format('payment of order %s: %s of %s went back at the provider', t.order_id, b.given, t.amount_minor)
      from test_payments t cross join lateral (
        select coalesce(sum((r ->> 'amount_minor')::bigint), 0) as given
        from jsonb_array_elements(t.refunds) r where r ->> 'state' <> 'failed') b
      where b.given > case when t.state = 'paid' then t.amount_minor else 0 end
    union all
    select format('payment of order %s: %s of %s went back in our books', p.order_id, b.given, p.amount_minor)
      from payments p cross join lateral (
        select coalesce(sum(amount_minor), 0) as given from refunds
        where payment_id = p.payment_id and status <> 'failed') b
      where b.given > p.amount_minor`);
  return rows.map(({ sentence }) => sentence);
}

/** When nothing is pending any more: the provider's data and ours agree, and the state of an order agrees with its parts. */
export async function findOpenEnds(world: World, orderIds: readonly string[]): Promise<string[]> {
  const { db } = world;
  const ids = orderIds;
  const { rows } = await db.execute<{ sentence: string }>(sql`
    select format('order %s: it still waits for its money', order_id) as sentence from orders
      where order_id = any(${ids}::uuid[]) and expires_at is not null
    union all
    select format('refund %s of order %s: it is still under way', refund_id, order_id) from refunds
      where order_id = any(${ids}::uuid[]) and status = 'requested'
    union all
    select format('order %s: %s went back at the provider, %s in our books', p.order_id, theirs.given, ours.given)
      from payments p join test_payments t using (reference)
      cross join lateral (
        select coalesce(sum((r ->> 'amount_minor')::bigint), 0) as given
        from jsonb_array_elements(t.refunds) r where r ->> 'state' = 'succeeded') theirs
      cross join lateral (
        select coalesce(sum(amount_minor), 0) as given from refunds
        where payment_id = p.payment_id and status = 'succeeded') ours
      where p.order_id = any(${ids}::uuid[]) and theirs.given <> ours.given`);
  const sentences = rows.map(({ sentence }) => sentence);
  for (const orderId of orderIds) {
    const order = await findOrder(db, orderId);
    if (order && deriveFulfilment(order) !== order.fulfilmentStatus)
      sentences.push(`order ${orderId}: ${order.fulfilmentStatus}, its parts say ${deriveFulfilment(order)}`);
  }
  return sentences;
}
