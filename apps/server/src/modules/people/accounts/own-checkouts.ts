import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** The ids of somebody's checkouts, and of those of a guest whose orders are theirs by now. */
export const ownCheckouts = (userId: Statement) => sql`
  select checkout_id from checkouts where user_id = ${userId}
  union all select c.checkout_id from orders o join checkouts c on c.order_id = o.order_id where o.user_id = ${userId}
  union all select c.checkout_id from orders o join checkouts c on c.last_order_id = o.order_id where o.user_id = ${userId}`;
