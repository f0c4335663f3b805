import type { Database } from './database.ts';
import { sql } from './sql.ts';

/** The name of a running node's connection for notifications. Commands have no such connection. */
export const nodeConnection = 'kindred notifications';

/** Whether a shop is running on this database, on any machine. */
export async function isAnyNodeUp(db: Database): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select from pg_stat_activity where datname = current_database() and application_name = ${nodeConnection} limit 1`);
  return rows.length > 0;
}
