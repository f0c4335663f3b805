import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** Of all products, by the rule that the triggers go by. */
export async function refreshRatings(db: Database): Promise<void> {
  await db.execute(sql`select refresh_product_ratings(null)`);
}
