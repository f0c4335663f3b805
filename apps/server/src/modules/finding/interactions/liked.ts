import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { sentDislikes, sentLikes } from './sent.ts';

/** A review with fewer stars says that the reviewer does not like the product. */
export const leastLikedRating = 3;
const leastLiked = sql.raw(String(leastLikedRating));

/** The products that a user gave few stars. Columns: user_id, product_id. */
export const dislikedProducts: Statement = sql`
  select user_id, product_id from reviews r where rating < ${leastLiked} and r.user_id is not null
  union all ${sentDislikes}`;

/**
 * The groups that a user does not like: their newest review of one of its products has few stars. Of equally new reviews the one with the
 * fewest stars counts. Columns: user_id, group_id.
 */
export const dislikedGroups: Statement = sql`
  select r.user_id, p.group_id from reviews r join products p using (product_id)
  where p.group_id is not null and r.rating < ${leastLiked} and r.user_id is not null
    and not exists (
      select from reviews newer join products other using (product_id)
      where newer.user_id = r.user_id and other.group_id = p.group_id and other.group_id is not null
        and newer.rating >= ${leastLiked} and newer.timestamp > r.timestamp)`;

/**
 * Selects the interactions by which a user likes an item, for training: published reviews of three stars or more,
 * purchases, and what another shop sent. They do not count for a product that got fewer stars, or for a group that the user dislikes. Columns: user_id, item_id, product_id,
 * at, deed (`reviewed` or `bought`).
 */
export const likedInteractions: Statement = sql`
  select deeds.user_id, coalesce(p.group_id, p.product_id) as item_id, p.product_id, deeds.at, deeds.deed
  from (
    select r.user_id, r.product_id, r.timestamp as at, 'reviewed' as deed from reviews r
    where r.status = 'published' and r.rating >= ${leastLiked} and r.user_id is not null
    union all
    select o.user_id, l.product_id, o.created_at, 'bought' from orders o join order_lines l using (order_id)
    where o.payment_status in ('paid', 'partly-refunded') and o.user_id is not null
      and not exists (
        select from (${dislikedProducts}) as disliked
        where disliked.user_id = o.user_id and disliked.product_id = l.product_id)
    union all ${sentLikes}
  ) as deeds join products p using (product_id)
  where not exists (
    select from (${dislikedGroups}) as disliked
    where disliked.user_id = deeds.user_id and disliked.group_id = p.group_id)`;
