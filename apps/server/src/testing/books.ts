/** @file What has to hold in the shop's books at any moment, whatever happened. */
import { sql } from 'drizzle-orm';
import type { Database } from '../platform/postgres/database.ts';

/** Sentences about what does not hold; none, when all does. */
export async function findIrregularities(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ sentence: string }>(sql`
    select format('product %s: inventory says %s on hand, %s reserved; the ledger %s and %s',
        i.product_id, i.on_hand, i.reserved, m.on_hand, m.reserved) as sentence
      from inventory i left join (
        select product_id, sum(on_hand_delta)::int as on_hand, sum(reserved_delta)::int as reserved
        from stock_movements group by product_id) m using (product_id)
      where (i.on_hand, i.reserved) is distinct from (coalesce(m.on_hand, 0), coalesce(m.reserved, 0))
    union all
    select format('product %s: %s reserved, but orders hold %s', i.product_id, i.reserved, coalesce(r.held, 0))
      from inventory i left join (
        select product_id, sum(quantity)::int as held from stock_reservations group by product_id) r using (product_id)
      where i.reserved <> coalesce(r.held, 0)
    union all
    select format('order %s: %s, %s, but it holds stock', o.order_id, o.status, o.payment_status)
      from orders o where o.expires_at is null
        and exists (select from stock_reservations r where r.order_id = o.order_id)
    union all
    select format('order %s: waits for money without its stock', o.order_id)
      from orders o join order_lines l using (order_id)
      left join stock_reservations r on r.order_id = o.order_id and r.product_id = l.product_id
      where o.expires_at is not null and r.quantity is distinct from l.quantity
    union all
    select format('order %s: paid, but %s of product %s left the shelf instead of %s',
        o.order_id, coalesce(m.sold, 0), l.product_id, l.quantity)
      from orders o join order_lines l using (order_id)
      left join (
        select order_id, product_id, -sum(on_hand_delta)::int as sold
        from stock_movements where kind = 'sale' group by order_id, product_id
      ) m on m.order_id = o.order_id and m.product_id = l.product_id
      where o.payment_status in ('paid', 'partly-refunded', 'refunded') and o.cancelled_because is distinct from 'not-paid-in-time'
        and coalesce(m.sold, 0) <> l.quantity
    union all
    select format('order %s: lines and shipping come to %s, the total is %s', o.order_id,
        l.total + o.shipping_minor + case when o.is_tax_inclusive then 0 else o.shipping_tax_minor end, o.total_price_minor)
      from orders o join (
        select order_id, sum(total_minor) as total from order_lines group by order_id) l using (order_id)
      where o.currency is not null and o.email is not null
        and l.total + o.shipping_minor + case when o.is_tax_inclusive then 0 else o.shipping_tax_minor end
          <> o.total_price_minor
    union all
    select format('test payment %s: %s at the provider, but the order is %s', t.reference, t.state, coalesce(o.payment_status::text, 'missing'))
      from test_payments t left join orders o on o.order_id::text = t.order_id
      where (t.state = 'paid') <> coalesce(o.payment_status in ('paid', 'partly-refunded', 'refunded'), false)
        and (o.order_id is null or o.expires_at is null)
    union all
    select format('order %s: %s payments at the provider', t.order_id, count(*))
      from test_payments t where t.state = 'paid' group by t.order_id having count(*) > 1
    union all
    select format('checkout %s: %s, its order is %s', c.checkout_id, c.state, o.payment_status)
      from checkouts c join orders o using (order_id)
      where (c.state = 'completed') <> (o.payment_status in ('paid', 'partly-refunded', 'refunded'))
        and o.status <> 'Cancelled'
    union all
    select format('promotion %s: used %s times, counted %s', p.code, coalesce(u.uses, 0), p.times_used)
      from promotions p left join (
        select promotion_id, count(*)::int as uses from promotion_uses group by promotion_id) u using (promotion_id)
      where p.times_used <> coalesce(u.uses, 0)`);
  return rows.map(({ sentence }) => sentence);
}

/** Units of all products on the shelf, and those that left it for orders that are paid and not cancelled. */
export async function countUnits(db: Database): Promise<{ onHand: number; sold: number }> {
  const { rows } = await db.execute<{ on_hand: number; sold: number }>(sql`
    select (select coalesce(sum(on_hand), 0)::int from inventory) as on_hand,
      (select coalesce(sum(l.quantity - l.refunded_quantity), 0)::int from order_lines l join orders o using (order_id)
        where o.payment_status in ('paid', 'partly-refunded', 'refunded')) as sold`);
  return { onHand: rows[0].on_hand, sold: rows[0].sold };
}
