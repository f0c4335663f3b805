import type { ShopEvent } from '@kindred/contracts';
import { type Database, retryOnConflict } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** foreign_key_violation: a product was deleted concurrently. */
const productGone = '23503';

/**
 * Stores a visitor's events in one statement. It leaves out views and clicks of products that are not listed, and events without the data
 * that their kind needs. A search is stored without such a product.
 * @returns the number of stored events
 */
export async function recordEvents(
  db: Database,
  {
    visitorId,
    userId,
    isNewVisitor,
    events,
  }: {
    visitorId: string;
    userId: string | undefined;
    /** A new visitor has not searched here before: it is a robot, or a person who got the address from another. */
    isNewVisitor: boolean;
    events: readonly ShopEvent[];
  },
): Promise<number> {
  const store = () =>
    db.execute(sql`
      insert into events (visitor_id, user_id, kind, product_id, query, request_id, position, search_id)
      select ${visitorId}, (select user_id from users where user_id = ${userId ?? null} and erased_at is null),
        e.kind::event_kind, p.product_id, e.query, e.request_id, e.position,
        case when not ${isNewVisitor} then e.search_id end
      from json_to_recordset(${JSON.stringify(events)}::json)
        as e (kind text, product_id int, query text, request_id uuid, position int, search_id uuid)
      left join products p on p.product_id = e.product_id and p.is_listed
      where case when e.kind = 'search' then e.query is not null else p.product_id is not null end`);
  const { rowCount } = await retryOnConflict(store, { alsoCodes: [productGone] });
  return rowCount ?? 0;
}
