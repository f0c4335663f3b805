/** @file What members did with products, as a model learns from it. */
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { dislikedGroups, dislikedProducts, likedInteractions } from './liked.ts';
import { sentWishes } from './sent.ts';
import { mostViewed, viewedDays } from './signals.ts';

const isRecent = (column: Statement, newest: Statement): Statement =>
  sql`${column} > (${newest}) - make_interval(days => ${viewedDays})`;

/**
 * The last views of each member, as many as a shelf reads, so that a model does not mostly learn from the pages to which its own
 * recommendations led. Robots do not count. The days are counted from the newest view, because the same rows have to be the same data tomorrow.
 */
const lastViews = sql`
  select user_id, product_id, at, 'viewed' as deed from (
    select user_id, product_id, max(at) as at,
      row_number() over (partition by user_id order by max(at) desc, product_id) as place
    from (
      select user_id, product_id, occurred_at as at from events
      where user_id is not null and kind <> 'search' and actor = 'person'
        and ${isRecent(sql`occurred_at`, sql`select max(occurred_at) from events`)}
      union all
      select user_id, product_id, occurred_at from interactions
      where kind in ('view', 'click') and ${isRecent(sql`occurred_at`, sql`select max(occurred_at) from interactions`)}
    ) as views
    group by user_id, product_id
  ) as products_viewed where place <= ${mostViewed}`;

/**
 * Selects every deed by which a member shows taste. What they do not like is left out, as in `likedInteractions`. Columns: user_id, item_id, at, deed.
 */
export const trainingDeeds: Statement = sql`
  select user_id, item_id, at, deed from (${likedInteractions}) as liked
  union all
  select deeds.user_id, coalesce(p.group_id, p.product_id), deeds.at, deeds.deed
  from (
    select user_id, product_id, given_at as at, case kind when 'own' then 'owned' else 'liked' end as deed
    from feedback where user_id is not null and kind in ('own', 'like')
    union all
    select c.user_id, l.product_id, l.added_at, 'carted' from carts c join cart_lines l using (cart_id)
    where c.user_id is not null
    union all
    select w.user_id, i.product_id, i.added_at, 'wished' from wishlists w join wishlist_items i using (wishlist_id)
    where w.user_id is not null and i.removed_at is null
    union all ${sentWishes}
    union all ${lastViews}
  ) as deeds join products p using (product_id)
  where not exists (
      select from (${dislikedProducts}) as few where few.user_id = deeds.user_id and few.product_id = deeds.product_id)
    and not exists (
      select from (${dislikedGroups}) as few where few.user_id = deeds.user_id and few.group_id = p.group_id)`;
