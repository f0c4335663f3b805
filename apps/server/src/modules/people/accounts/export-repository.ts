import type { AccountExport } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { withPresentedTimes } from '../../../platform/postgres/utc-time.ts';
import { ownCheckouts } from './own-checkouts.ts';
import { searchesOf } from './own-searches.ts';

const listOf = (rows: Statement) => sql`(select coalesce(json_agg(one), '[]') from (${rows}) one)`;

const subscriptions = sql`
  select email, state, created_at, confirmed_at, unsubscribed_at from newsletter_subscriptions`;

/** Returns all data about a person in one snapshot, or undefined if the account does not exist. */
export async function findEverythingAbout(db: Database, userId: string): Promise<AccountExport | undefined> {
  const { rows } = await db.execute<AccountExport>(sql`
    select to_json(now()) as exported_at,
      json_build_object('user_id', u.user_id, 'email', u.email, 'former_emails', u.former_emails, 'email_verified_at', u.email_verified_at,
        'first_name', u.first_name, 'last_name', u.last_name, 'age', u.age, 'gender', u.gender, 'address', u.address,
        'role', u.role, 'date_joined', u.date_joined, 'opted_out_at', u.opted_out_at) as profile,
      ${listOf(sql`
        select address_id, full_name, line1, line2, city, region, postal_code, country, phone, is_default, created_at
        from addresses where user_id = u.user_id order by created_at`)} as addresses,
      ${listOf(sql`
        select o.order_id, o.order_number, o.email, o.shipping_address, o.shipping_method_name, o.promo_codes,
          o.subtotal_minor, o.discount_minor, o.shipping_minor, o.tax_minor, o.total_price_minor, o.currency, o.status,
          o.payment_status, o.fulfilment_status, o.cancelled_because, o.created_at, o.updated_at,
          ${listOf(sql`
            select product_id, title, unit_price_minor, quantity, discount_minor, tax_minor, total_minor, search_id
            from order_lines where order_id = o.order_id order by product_id`)} as lines,
          ${listOf(sql`
            select s.shipment_id, s.carrier, s.tracking_number, s.shipped_at, s.delivered_at,
              ${listOf(sql`
                select product_id, quantity from shipment_lines where shipment_id = s.shipment_id
                order by product_id`)} as lines
            from shipments s where s.order_id = o.order_id order by s.shipped_at`)} as shipments,
          ${listOf(sql`
            select r.refund_id, r.amount_minor, r.status, r.created_at, r.updated_at,
              ${listOf(sql`
                select product_id, withheld + returned + kept as quantity from refund_lines where refund_id = r.refund_id
                order by product_id`)} as lines
            from refunds r where r.order_id = o.order_id order by r.created_at`)} as refunds,
          ${listOf(sql`
            select t.return_id, t.status, t.reason, t.note, t.answer, t.requested_at, t.updated_at,
              ${listOf(sql`
                select product_id, quantity from return_lines where return_id = t.return_id
                order by product_id`)} as lines
            from returns t where t.order_id = o.order_id order by t.requested_at`)} as returns,
          (select to_char(year, 'FM0000') || '-' || to_char(number, 'FM000000') from invoices
            where order_id = o.order_id) as invoice_number
        from orders o where o.user_id = u.user_id order by o.created_at`)} as orders,
      ${listOf(sql`
        select checkout_id, email, shipping_address, draft, shipping_method_id, payment_method, state, order_id, created_at, updated_at
        from checkouts where checkout_id in (${ownCheckouts(sql`u.user_id`)}) order by created_at`)} as checkouts,
      ${listOf(sql`
        select product_id, rating, title, text, photos, timestamp as reviewed_at, helpful_votes, verified_purchase, status
        from reviews where user_id = u.user_id order by timestamp`)} as reviews,
      ${listOf(sql`
        select v.voted_at, r.product_id, v.review_id::text from review_votes v join reviews r using (review_id)
        where v.user_id = u.user_id order by v.voted_at`)} as review_votes,
      ${listOf(sql`
        select i.product_id, i.added_at, i.added_price_minor, i.added_currency, i.removed_at
        from wishlists w join wishlist_items i using (wishlist_id)
        where w.user_id = u.user_id order by i.added_at`)} as wishlist,
      ${listOf(sql`
        select n.product_id, n.kind, n.of_wishlist, n.price_minor, n.currency, n.created_at, n.confirmed_at, r.email
        from notice_recipients r join product_notices n using (recipient_id)
        where r.user_id = u.user_id or lower(r.email) = any(shown.emails)
        order by n.created_at`)} as notices,
      exists (select from notice_recipients where user_id = u.user_id and watches_wishlist) as watches_wishlist,
      ${listOf(sql`
        select l.product_id, l.quantity, l.added_at, l.search_id from carts c join cart_lines l using (cart_id)
        where c.user_id = u.user_id order by l.added_at`)} as cart,
      (select json_build_object('country', country, 'promo_codes', promo_codes) from carts
        where user_id = u.user_id) as cart_details,
      ${listOf(sql`
        select l.product_id, l.quantity, l.added_at, l.search_id from carts c join saved_lines l using (cart_id)
        where c.user_id = u.user_id order by l.added_at`)} as saved_for_later,
      (select to_json(one) from (
        ${subscriptions} where lower(email) = lower(u.email) and u.email_verified_at is not null) one) as newsletter,
      ${listOf(sql`
        ${subscriptions} where lower(email) = any(shown.emails) and lower(email) <> lower(u.email)
        order by created_at`)} as former_newsletters,
      ${listOf(sql`
        select kind, recipient, subject, state, created_at, sent_at from mails
        where lower(recipient) = any(shown.emails) order by created_at`)} as mails,
      ${listOf(sql`
        select session_id, device, network, created_at, last_used_at, expires_at, revoked_at, revoked_because from sessions
        where user_id = u.user_id order by created_at`)} as sessions,
      ${listOf(sql`
        select kind, product_id, query, visitor_id, request_id, position, search_id, occurred_at from events
        where user_id = u.user_id order by event_id`)} as events,
      ${listOf(sql`
        select kind, product_id, value, occurred_at from interactions
        where user_id = u.user_id order by interaction_id`)} as interactions,
      ${listOf(sql`
        select kind, product_id, brand, category_id, given_at from feedback
        where user_id = u.user_id order by feedback_id`)} as feedback,
      ${listOf(sql`
        select search_id, text, searched_at from searches where search_id in (${searchesOf(sql`u.user_id`)})
        order by searched_at`)} as searches,
      ${listOf(sql`
        select request_id, position, product_id, slot, source, model_version, variant, score, shown_at, seen_at from exposed_cards
        where user_id = u.user_id order by shown_at, request_id, position`)} as exposures,
      ${listOf(sql`
        select a.touch, a.touched_at, a.request_id, a.position, a.slot, a.source, a.model_version, a.variant, a.product_id,
          a.taken_product_id, a.order_id, a.quantity, a.refunded_quantity, a.revenue_minor, a.currency, a.taken_at
        from attributions a join orders o using (order_id)
        where o.user_id = u.user_id order by a.attribution_id`)} as attributions
    from users u cross join lateral (
      select array(
        select lower(email) from unnest(case when u.email_verified_at is null then u.former_emails
          else u.former_emails || u.email end) email) as emails) shown
    where u.user_id = ${userId} and u.erased_at is null`);
  return withPresentedTimes(rows[0]);
}
