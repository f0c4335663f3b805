/** @file Rules for the shop's orders, stock and payments that hold at any moment. */

import type { Database } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';

/** @returns a sentence for each violated rule */
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
      where coalesce(m.sold, 0) <> case when o.sold_at is null then 0 else l.quantity end
    union all
    select format('order %s: %s, but its goods were sold at %s', o.order_id, o.payment_status, o.sold_at)
      from orders o where (o.sold_at is not null) and o.payment_status not in ('paid', 'partly-refunded', 'refunded')
    union all
    select format('order %s: its goods were sold at %s, and its invoice is of %s', o.order_id, o.sold_at, i.issued_at)
      from orders o left join invoices i using (order_id) where (o.sold_at is null) <> (i.order_id is null)
    union all
    select format('invoices of %s: there are %s, numbered to %s', year, count(*), max(number))
      from invoices group by year having count(*) <> max(number)
    union all
    select format('order %s: of product %s, %s came back to the shelf, its refunds say %s',
        o.order_id, l.product_id, coalesce(m.returned, 0), coalesce(r.restocked, 0))
      from orders o join order_lines l using (order_id)
      left join (
        select order_id, product_id, sum(on_hand_delta)::int as returned
        from stock_movements where kind = 'return' group by order_id, product_id
      ) m on m.order_id = o.order_id and m.product_id = l.product_id
      left join (
        select order_id, product_id, sum(withheld + returned)::int as restocked
        from refund_lines join refunds using (refund_id, order_id) where restocked_at is not null group by order_id, product_id
      ) r on r.order_id = o.order_id and r.product_id = l.product_id
      where coalesce(m.returned, 0) <> coalesce(r.restocked, 0)
    union all
    select format('order %s: of %s ordered of product %s, %s are shipped, %s withheld, %s taken back',
        l.order_id, l.quantity, l.product_id, s.shipped, r.withheld, r.taken)
      from order_lines l
      cross join lateral (
        select coalesce(sum(quantity), 0)::int as shipped from shipment_lines
        where order_id = l.order_id and product_id = l.product_id) s
      cross join lateral (
        select coalesce(sum(r.withheld), 0)::int as withheld, coalesce(sum(r.returned + r.kept), 0)::int as taken
        from refund_lines r join refunds f using (refund_id)
        where r.order_id = l.order_id and r.product_id = l.product_id
          and (f.status <> 'failed' or f.restocked_at is not null)) r
      where s.shipped + r.withheld > l.quantity or r.taken > s.shipped
    union all
    select format('order %s: %s, with goods restocked of refund %s, which is %s', r.order_id, o.status, r.refund_id, r.status)
      from refunds r join orders o using (order_id) where r.restocked_at is not null and r.status = 'requested'
    union all
    select format('payment of order %s: %s given back or on its way, its refunds say %s', p.order_id, p.refunded_minor, r.live)
      from payments p cross join lateral (
        select coalesce(sum(amount_minor), 0)::bigint as live from refunds where payment_id = p.payment_id and status <> 'failed') r
      where p.refunded_minor <> r.live
    union all
    select format('order %s: %s, but %s of %s went back', o.order_id, o.payment_status, r.given, p.amount_minor)
      from orders o join payments p using (order_id) cross join lateral (
        select coalesce(sum(amount_minor), 0)::bigint as given from refunds where payment_id = p.payment_id and status = 'succeeded') r
      where o.payment_status <> p.status or (o.payment_status in ('paid', 'partly-refunded', 'refunded') and o.payment_status <>
        case when r.given = 0 then 'paid' when r.given = p.amount_minor then 'refunded' else 'partly-refunded' end::payment_status)
    union all
    select format('order %s: everything of it is shipped and delivered or refunded, but it is Pending', o.order_id)
      from orders o where o.status = 'Pending' and o.sold_at is not null and not exists (
        select from order_lines l
        cross join lateral (
          select coalesce(sum(x.quantity), 0) as shipped, coalesce(sum(x.quantity) filter (where delivered_at is not null), 0) as delivered
          from shipment_lines x join shipments using (shipment_id) where x.order_id = l.order_id and x.product_id = l.product_id) s
        cross join lateral (
          select coalesce(sum(x.withheld), 0) as withheld, coalesce(sum(x.returned + x.kept), 0) as taken
          from refund_lines x join refunds f using (refund_id) where x.order_id = l.order_id and x.product_id = l.product_id
            and (f.status = 'succeeded' or (f.status = 'failed' and f.restocked_at is not null))) r
        where l.order_id = o.order_id
          and (l.quantity > s.shipped + r.withheld or s.shipped > greatest(s.delivered, r.taken)))
    union all
    select format('order %s: %s with a payment that is %s', o.order_id, o.status, o.payment_status)
      from orders o where (o.status = 'Pending' and o.payment_status in ('failed', 'cancelled'))
        or (o.status = 'Completed' and not exists (
          select from shipments s where s.order_id = o.order_id and s.delivered_at is not null))
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

/** The units of all products in stock, plus the units that orders took and that did not come back. */
export async function countUnits(db: Database): Promise<{ onHand: number; sold: number }> {
  const { rows } = await db.execute<{ on_hand: number; sold: number }>(sql`
    select (select coalesce(sum(on_hand), 0)::int from inventory) as on_hand,
      (select coalesce(sum(l.quantity), 0)::int from order_lines l join orders o using (order_id)
          where o.sold_at is not null)
        - (select coalesce(sum(l.withheld + l.returned), 0)::int from refund_lines l join refunds r using (refund_id)
          where r.restocked_at is not null) as sold`);
  return { onHand: rows[0].on_hand, sold: rows[0].sold };
}
