import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { sentDislikes, sentLikes, type WhoseId } from './sent.ts';

/** A review with fewer stars says that the reviewer does not like the product. */
const leastLikedRating = sql.raw('3');

const isTheirs = (column: Statement, userId: WhoseId | undefined) =>
  userId === undefined ? sql`${column} is not null` : sql`${column} = ${userId}`;

/** The products that a user gave few stars. Columns: user_id, product_id. */
export const dislikedProducts = (userId?: WhoseId): Statement => sql`
  select user_id, product_id from reviews r where rating < ${leastLikedRating} and ${isTheirs(sql`r.user_id`, userId)}
  union all ${sentDislikes(userId)}`;

/**
 * The groups that a user does not like: their newest review of one of its products has few stars. Of equally new reviews the one with the
 * fewest stars counts. Columns: user_id, group_id.
 */
export const dislikedGroups = (userId?: WhoseId): Statement => sql`
  select r.user_id, p.group_id from reviews r join products p using (product_id)
  where p.group_id is not null and r.rating < ${leastLikedRating} and ${isTheirs(sql`r.user_id`, userId)}
    and not exists (
      select from reviews newer join products other using (product_id)
      where newer.user_id = r.user_id and other.group_id = p.group_id and other.group_id is not null
        and newer.rating >= ${leastLikedRating} and newer.timestamp > r.timestamp)`;

/** The items that a user does not like: products in no group, and groups. Column: item_id. */
export const dislikedItems = (userId: string | Statement): Statement => sql`
  select p.product_id as item_id from (${dislikedProducts(userId)}) as few join products p using (product_id)
  where p.group_id is null
  union
  select group_id from (${dislikedGroups(userId)}) as few`;

/**
 * Selects the interactions by which a user likes an item, for training and for shelves: published reviews of three stars or more,
 * purchases, and what another shop sent. They do not count for a product that got fewer stars, or for a group that the user dislikes. Columns: user_id, item_id, product_id,
 * at, deed (`reviewed` or `bought`).
 * @param userId all users by default
 */
export const likedInteractions = (userId?: WhoseId): Statement => sql`
  select deeds.user_id, coalesce(p.group_id, p.product_id) as item_id, p.product_id, deeds.at, deeds.deed
  from (
    select r.user_id, r.product_id, r.timestamp as at, 'reviewed' as deed from reviews r
    where r.status = 'published' and r.rating >= ${leastLikedRating} and ${isTheirs(sql`r.user_id`, userId)}
    union all
    select o.user_id, l.product_id, o.created_at, 'bought' from orders o join order_lines l using (order_id)
    where o.payment_status in ('paid', 'partly-refunded') and ${isTheirs(sql`o.user_id`, userId)}
      and not exists (
        select from (${dislikedProducts(userId)}) as disliked
        where disliked.user_id = o.user_id and disliked.product_id = l.product_id)
    union all ${sentLikes(userId)}
  ) as deeds join products p using (product_id)
  where not exists (
    select from (${dislikedGroups(userId)}) as disliked
    where disliked.user_id = deeds.user_id and disliked.group_id = p.group_id)`;
