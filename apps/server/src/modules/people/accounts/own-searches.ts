import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** Selects the searches to which a person's events, orders or cart refer. */
export const searchesOf = (userId: Statement): Statement => sql`
  select search_id from events where user_id = ${userId}
  union select l.search_id from orders o join order_lines l using (order_id) where o.user_id = ${userId}
  union select l.search_id from carts c join cart_lines l using (cart_id) where c.user_id = ${userId}
  union select l.search_id from carts c join saved_lines l using (cart_id) where c.user_id = ${userId}`;
