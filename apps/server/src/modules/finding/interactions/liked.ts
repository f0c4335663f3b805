import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** A review with fewer stars says that somebody does not like a product. */
export const leastLikedRating = 3;

/**
 * What says that somebody likes a product, for training and for shelves alike: a published review of three stars or more, and
 * what was bought, unless the same person gave it fewer stars. Columns: user_id, product_id, at, deed (`reviewed` or `bought`).
 * @param userId whose; left out: everybody's
 */
export function likedInteractions(userId?: string | null): Statement {
  const rating = sql.raw(String(leastLikedRating));
  const isTheirs = (column: Statement) =>
    userId === undefined ? sql`${column} is not null` : sql`${column} = ${userId}`;
  return sql`
    select r.user_id, r.product_id, r.timestamp as at, 'reviewed' as deed from reviews r
    where r.status = 'published' and r.rating >= ${rating} and ${isTheirs(sql`r.user_id`)}
    union all
    select o.user_id, l.product_id, o.created_at, 'bought' from orders o join order_lines l using (order_id)
    where o.payment_status in ('paid', 'partly-refunded') and ${isTheirs(sql`o.user_id`)}
      and not exists (
        select from reviews r
        where r.user_id = o.user_id and r.product_id = l.product_id and r.rating < ${rating})`;
}
