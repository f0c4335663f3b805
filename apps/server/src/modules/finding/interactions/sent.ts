/** @file What people did in another shop, as that shop sent it. */
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** A rating with fewer stars says that the person does not like the product, as for reviews. */
const isDislike = (alias: string): Statement =>
  sql.raw(`(${alias}.kind = 'dislike' or ${alias}.kind = 'rating' and ${alias}.value < 3)`);

/**
 * Purchases, likes and good ratings, for training. They do not count for a product that the person said later that they do
 * not like. Columns: user_id, product_id, at, deed.
 */
export const sentLikes: Statement = sql`
  select i.user_id, i.product_id, i.occurred_at as at, case i.kind when 'purchase' then 'bought' else 'reviewed' end as deed
  from interactions i
  where (i.kind in ('purchase', 'like') or i.kind = 'rating' and i.value >= 3)
    and not exists (
      select from interactions d where d.user_id = i.user_id and d.product_id = i.product_id and d.occurred_at >= i.occurred_at
        and ${isDislike('d')})`;

/** Products with few stars or a thumbs-down, unless the person liked them later. Columns: user_id, product_id. */
export const sentDislikes: Statement = sql`
  select i.user_id, i.product_id from interactions i
  where ${isDislike('i')}
    and not exists (
      select from interactions l where l.user_id = i.user_id and l.product_id = i.product_id and l.occurred_at > i.occurred_at
        and (l.kind in ('purchase', 'like') or l.kind = 'rating' and l.value >= 3))`;

/** What people put into their cart or kept for later. Columns: user_id, product_id, at, deed. */
export const sentWishes: Statement = sql`
  select user_id, product_id, occurred_at as at, case kind when 'cart' then 'carted' else 'wished' end as deed
  from interactions where kind in ('cart', 'wishlist')`;
