import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';

/** Returns the groups that the merchant declared. */
export async function readSynonyms(db: Pick<Database, 'execute'>): Promise<string[][]> {
  const { rows } = await db.execute<{ words: string[] }>(
    sql`select words from search_synonyms order by synonyms_id`,
  );
  return rows.map(({ words }) => words);
}
