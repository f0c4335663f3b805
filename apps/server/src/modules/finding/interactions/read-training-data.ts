import { type Interactions, InteractionsBuilder } from '@kindred/recommender';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { likedInteractions } from './liked.ts';

const fetchRows = 20_000;

interface Row {
  user_id: string;
  product_id: number;
  at_ms: number;
  parent_asin: string;
  is_listed: boolean;
}

export interface Item {
  /** Its name in data sets, wherever they are: `parent_asin`. */
  readonly name: string;
  /** Whether the shop shows it, so that it can be recommended. */
  readonly isListed: boolean;
}

export interface TrainingData {
  readonly interactions: Interactions;
  /** By `itemIds` of the interactions. */
  readonly items: ReadonlyMap<number, Item>;
}

/**
 * Everything a model learns from, read through a cursor in one snapshot: what people like. The order is fixed, so the same rows give the same hash.
 */
export async function readTrainingData(db: Database): Promise<TrainingData> {
  const builder = new InteractionsBuilder();
  const items = new Map<number, Item>();
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`
      declare interactions no scroll cursor for
      select user_id, product_id, at_ms, p.parent_asin, p.is_listed from (
        select user_id, product_id, extract(epoch from max(at))::float8 * 1000 as at_ms
        from (${likedInteractions()}) as liked
        group by user_id, product_id
      ) as latest join products p using (product_id)
      order by user_id, product_id`);
    for (;;) {
      const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(String(fetchRows))} from interactions`);
      for (const { user_id, product_id, at_ms, parent_asin, is_listed } of rows) {
        builder.add(user_id, product_id, at_ms);
        if (!items.has(product_id)) items.set(product_id, { name: parent_asin, isListed: is_listed });
      }
      if (rows.length < fetchRows) break;
    }
  });
  return { interactions: builder.build(), items };
}
