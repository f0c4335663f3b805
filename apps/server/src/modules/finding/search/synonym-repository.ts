import type { SynonymGroup } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';

const columns = sql`synonyms_id, words, ${utcTime(sql`updated_at`)} as updated_at`;
type Row = SynonymGroup & Record<string, unknown>;

/** Returns all groups, and locks them until the transaction ends. */
export async function lockGroups(tx: Transaction): Promise<SynonymGroup[]> {
  await tx.execute(sql`lock table search_synonyms in share row exclusive mode`);
  return findGroups(tx, {});
}

/** Without a `limit`, returns all groups. */
export async function findGroups(
  db: Database | Transaction,
  { afterId = 0, limit }: { afterId?: number; limit?: number | undefined },
): Promise<SynonymGroup[]> {
  const { rows } = await db.execute<Row>(sql`
    select ${columns} from search_synonyms where synonyms_id > ${afterId} order by synonyms_id limit ${limit ?? null}`);
  return rows;
}

export async function insertGroup(tx: Transaction, words: readonly string[]): Promise<SynonymGroup> {
  const { rows } = await tx.execute<Row>(sql`
    insert into search_synonyms (words) values (${words}) returning ${columns}`);
  return rows[0];
}

export async function updateGroup(
  tx: Transaction,
  synonymsId: number,
  words: readonly string[],
): Promise<SynonymGroup> {
  const { rows } = await tx.execute<Row>(sql`
    update search_synonyms set words = ${words}, updated_at = now()
    where synonyms_id = ${synonymsId} returning ${columns}`);
  return rows[0];
}

/** Returns whether the group existed. */
export async function removeGroup(db: Database, synonymsId: number): Promise<boolean> {
  const { rowCount } = await db.execute(sql`delete from search_synonyms where synonyms_id = ${synonymsId}`);
  return rowCount === 1;
}
