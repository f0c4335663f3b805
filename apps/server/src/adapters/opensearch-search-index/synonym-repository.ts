import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';

export async function readSynonymGroups(db: Database): Promise<string[][]> {
  const { rows } = await db.execute<{ words: string[] }>(
    sql`select words from search_synonyms order by synonyms_id`,
  );
  return rows.map(({ words }) => words);
}
