import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** Selects the ids of a user's checkouts, including guest checkouts whose orders now belong to the user. */
export const ownCheckouts = (userId: Statement) => sql`
  select checkout_id from checkouts where user_id = ${userId}
  union all select c.checkout_id from orders o join checkouts c on c.order_id = o.order_id where o.user_id = ${userId}
  union all select c.checkout_id from orders o join checkouts c on c.last_order_id = o.order_id where o.user_id = ${userId}`;
