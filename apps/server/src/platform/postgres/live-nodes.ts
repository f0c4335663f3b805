import type { Database } from './database.ts';
import { sql } from './sql.ts';

/** What a node that is up calls its connection for notifications; a command has none. */
export const nodeConnection = 'kindred notifications';

/** Whether a shop runs on this database, wherever. */
export async function isAnyNodeUp(db: Database): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from pg_stat_activity where datname = current_database() and application_name = ${nodeConnection} limit 1`);
  return rows.length > 0;
}
