import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Choices } from '../../../ports/learned-points.ts';

export interface ChosenProduct extends Choices {
  readonly productId: number;
  readonly title: string;
}

export async function findChosenProducts(db: Database, key: string): Promise<ChosenProduct[]> {
  const { rows } = await db.execute<ChosenProduct>(sql`
    select product_id as "productId", p.title, b.clickers, b.buyers
    from search_boosts b join products p using (product_id) where b.key = ${key}`);
  return rows;
}
