import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { applySales } from '../../catalogue/sales/index.ts';

/** One in so many, whole groups. */
const oneIn = 12;

/** Puts some products on sale. The demo is older than its database: these products had their price for two months. */
export async function seedSales(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ product_id: number }>(sql`
    with chosen as (
      select product_id, price_minor, currency, coalesce(group_id, product_id) / ${oneIn}::int as kind
      from products
      where is_listed and price_minor >= 1000 and coalesce(group_id, product_id) % ${oneIn}::int = 5
    ), aged as (
      update price_history h set since = now() - interval '60 days' from chosen where h.product_id = chosen.product_id
    )
    insert into product_sales (product_id, price_minor, currency, starts_at, ends_at)
    select product_id, price_minor * (100 - (array[15, 20, 25, 30, 40])[1 + kind % 5]) / 100, currency, now(),
      case when kind % 3 > 0 then date_trunc('day', now(), 'UTC') + make_interval(days => 7 + kind % 3 * 7) end
    from chosen returning product_id`);
  await applySales(tx, { productIds: rows.map(({ product_id }) => product_id) });
}
