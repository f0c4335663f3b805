/** @file The sales that a file of products speaks of: what it says is all that is planned for its products. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { applySales } from '../../catalogue/sales/index.ts';
import { productSaid } from './product-format.ts';

/** Inside the transaction of a batch, whose products are in the table. Returns the products whose sales changed. */
export async function mergeSales(tx: Transaction): Promise<number[]> {
  const changed = new Set<number>();
  for (const statement of [removeSales, changeSales, addSales])
    for (const { product_id } of (await tx.execute<{ product_id: number }>(statement)).rows)
      changed.add(product_id);
  const productIds = [...changed];
  if (productIds.length > 0) await applySales(tx, { productIds });
  return productIds;
}

/** A sale that is over is none. */
const said = sql`(
  select p.product_id, s.sale_currency as currency, s.sale_starts_at as starts_at, s.sale_ends_at as ends_at,
    case when s.sale_ends_at <= now() then null else s.sale_minor end as price_minor
  from import_products s join products p using (parent_asin) where s.said & ${productSaid.bits.sale} <> 0) s`;

/** The sale that a row means: the one that begins then; without a beginning, the one that is on. */
const isMeant = sql`(s.price_minor is not null and case when s.starts_at is null then o.state = 'on' else o.starts_at = s.starts_at end)`;

const removeSales = sql`
  delete from product_sales o using ${said} where o.product_id = s.product_id and o.state <> 'ended' and not ${isMeant}
  returning o.product_id`;

/** As \`updateSale\` of the module \`sales\`: a price that rises is another reduction. */
const changeSales = sql`
  update product_sales o set price_minor = s.price_minor, currency = s.currency, ends_at = s.ends_at,
    state = case when o.state = 'on' and s.price_minor <= o.price_minor and s.currency = o.currency then 'on'::sale_state else 'planned' end
  from ${said}
  where o.product_id = s.product_id and o.state <> 'ended' and ${isMeant}
    and (o.price_minor, o.currency, o.ends_at) is distinct from (s.price_minor, s.currency, s.ends_at)
  returning o.product_id`;

const addSales = sql`
  insert into product_sales (product_id, price_minor, currency, starts_at, ends_at)
  select s.product_id, s.price_minor, s.currency, coalesce(s.starts_at, now()), s.ends_at from ${said}
  where s.price_minor is not null and not exists (select from product_sales o where o.product_id = s.product_id and o.state <> 'ended')
  returning product_id`;
