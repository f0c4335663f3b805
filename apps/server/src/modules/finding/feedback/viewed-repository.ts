import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { isAbout, isDoneBy, type Person } from './person.ts';

export interface ViewedRow {
  readonly event_id: string;
  readonly product_id: number;
  /** As the API shows it. */
  readonly viewed_at: string;
}

/** How many views are read. Several may be of one item. */
const mostViews = 500;

interface Page {
  readonly limit: number;
  /** The view with which the previous page ended. */
  readonly before: string | undefined;
  readonly exclude: readonly number[];
}

/** The last view of each listed item, the newest first. Items that the person hid are left out. */
export async function findViewed(
  db: Database,
  person: Person,
  { limit, before, exclude }: Page,
): Promise<ViewedRow[]> {
  const beyond = before === undefined ? sql`` : sql`where event_id < ${before}::bigint`;
  const { rows } = await db.execute<ViewedRow>(sql`
    with views as (
      select event_id, product_id, occurred_at from events
      where ${isDoneBy(person)} and kind = 'view' order by event_id desc limit ${mostViews}
    ),
    left_out as (
      select coalesce(p.group_id, p.product_id) as item_id from products p
      where p.product_id = any(${exclude}::int[])
        or p.product_id in (select product_id from feedback where ${isAbout(person)} and kind = 'hide')
    ),
    last as (
      select distinct on (coalesce(p.group_id, p.product_id)) v.event_id, p.product_id, v.occurred_at
      from views v join products p using (product_id)
      where p.is_listed and coalesce(p.group_id, p.product_id) not in (select item_id from left_out)
      order by coalesce(p.group_id, p.product_id), v.event_id desc
    )
    select event_id::text, product_id, ${utcTime(sql`occurred_at`)} as viewed_at
    from last ${beyond} order by last.event_id desc limit ${limit}`);
  return rows;
}
