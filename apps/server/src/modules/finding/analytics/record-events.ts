import type { ShopEvent } from '@kindred/contracts';
import { type Database, retryOnConflict } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** foreign_key_violation: a product was deleted concurrently. */
const productGone = '23503';

/** How long a robot's later events count as a robot's. */
const robotHours = 24;

/**
 * Stores a visitor's events in one statement. It leaves out views and clicks of products that are not listed, and events without the data
 * that their kind needs. A search is stored without such a product. An event that was already received is not stored again.
 * @returns the number of stored events, now or earlier
 */
export async function recordEvents(
  db: Database,
  {
    visitorId,
    userId,
    isNewVisitor,
    isFromPage,
    events,
  }: {
    visitorId: string;
    userId: string | undefined;
    /** A new visitor has not searched here before: it is a robot, or a person who got the address from another. */
    isNewVisitor: boolean;
    /** The server sends it while it makes a page. Any other event shows that the visitor's browser runs the page's script. */
    isFromPage: boolean;
    events: readonly ShopEvent[];
  },
): Promise<number> {
  const store = () =>
    db.execute<{ accepted: number }>(
      sql`
      with sent as materialized (
        select row_number() over () as place, e.kind, p.product_id, e.query, e.request_id, e.position, e.search_id, e.event_id
        from json_to_recordset(${JSON.stringify(events)}::json)
          as e (kind text, product_id int, query text, request_id uuid, position int, search_id uuid, event_id uuid)
        left join products p on p.product_id = e.product_id and p.is_listed
        where case when e.kind = 'search' then e.query is not null else p.product_id is not null end
      ), received as (
        insert into received_events (event_id)
        select event_id from sent where event_id is not null group by 1 order by 1
        on conflict do nothing returning event_id
      ), fresh as (
        select * from sent where event_id is null
        union all
        select sent.* from (select event_id, min(place) as place from sent join received using (event_id) group by 1) as first
          join sent using (place)
      ), stored as (
        insert into events (visitor_id, user_id, kind, product_id, query, request_id, position, search_id, actor)
        select ${visitorId}, (select user_id from users where user_id = ${userId ?? null} and erased_at is null),
          kind::event_kind, product_id, query, request_id, position, case when not ${isNewVisitor} then search_id end,
          case
            when exists (
              select from events where visitor_id = ${visitorId} and actor = 'robot'
                and occurred_at > now() - make_interval(hours => ${robotHours})) then 'robot'
            when ${isFromPage} then 'unproven'
            else 'person' end::event_actor
        from fresh order by place
      )
      select count(*)::int as accepted from sent`,
      { keepsPlan: true },
    );
  const { rows } = await retryOnConflict(store, { alsoCodes: [productGone] });
  return rows[0].accepted;
}

/** A browser that runs the page's script also asked for the pages that it showed before. */
export async function proveVisitor(db: Database, visitorId: string): Promise<void> {
  await db.execute(
    sql`
      update events set actor = 'person'
      where visitor_id = ${visitorId} and actor = 'unproven' and occurred_at > now() - interval '1 day'`,
    { keepsPlan: true },
  );
}

/** Whether the member has opted out, so that the shop may not store what they do. */
export async function hasOptedOut(db: Database, userId: string): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from users where user_id = ${userId} and opted_out_at is not null`,
  );
  return rows.length > 0;
}
