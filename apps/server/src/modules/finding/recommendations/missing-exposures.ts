import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/**
 * Counts the shelves that were clicked in the last day and whose exposure is not stored, because the node was killed before it wrote
 * them, or could not. Shelves that were lost and not clicked leave no trace, so the number is a sample.
 */
export async function countMissingExposures(db: Database): Promise<number> {
  const { rows } = await db.execute<{ missing: number }>(sql`
    select count(distinct e.request_id)::int as missing from events e
    where e.kind = 'click' and e.request_id is not null and e.actor <> 'robot' and e.occurred_at > now() - interval '1 day'
      and not exists (
        select from exposures x where x.request_id = e.request_id and x.shown_at > now() - interval '8 days')`);
  return rows[0].missing;
}
