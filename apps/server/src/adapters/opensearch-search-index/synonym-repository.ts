import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';

export async function readSynonymGroups(db: Database): Promise<string[][]> {
  const { rows } = await db.execute<{ words: string[] }>(
    sql`select words from search_synonyms order by synonyms_id`,
  );
  return rows.map(({ words }) => words);
}
