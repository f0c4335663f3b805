import type { Database } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';

/** Adds this many products that can be bought. */
export async function sellable(db: Database, count: number): Promise<number[]> {
  const { rows } = await db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 0 order by product_id limit ${count}`);
  return rows.map((row) => row.product_id);
}

/** Corrects the stock, as after a count. */
export async function stock(db: Database, productIds: readonly number[], onHand: number): Promise<void> {
  for (const productId of productIds)
    await db.execute(sql`
      with was as (select product_id, on_hand from inventory where product_id = ${productId}),
      now as (update inventory set on_hand = ${onHand} where product_id = ${productId} returning product_id)
      insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta)
      select product_id, 'correction', ${onHand} - was.on_hand, 0 from was join now using (product_id)
      where was.on_hand <> ${onHand}`);
}
