import type { ProductVariant } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { pictureAddress } from '../media/index.ts';
import { availabilityOf } from './catalog.ts';
import { moneyOf, type SaleRow, saleColumn, saleOf } from './product-row.ts';

interface VariantRow {
  product_id: number;
  title: string;
  values: Record<string, string>;
  price_minor: number | null;
  currency: string | null;
  sale: SaleRow | null;
  available: number;
  image_url: string | null;
}

/** The listed products of a group. */
export async function findCombinations(db: Database, groupId: number): Promise<ProductVariant[]> {
  const { rows } = await db.execute<VariantRow>(sql`
    select p.product_id, p.title, p.price_minor, p.currency, ${saleColumn}, coalesce(i.on_hand - i.reserved, 0) as available,
      coalesce((
        select json_object_agg(code, p.attributes -> code ->> 0) from unnest(g.options) as chosen (code) where p.attributes ? code
      ), '{}') as values,
      (select ${pictureAddress(480)} from product_images where product_id = p.product_id order by position limit 1) as image_url
    from product_groups g join products p using (group_id) left join inventory i using (product_id)
    where g.group_id = ${groupId} and p.is_listed order by p.product_id`);
  return rows.map(({ price_minor, currency, sale, available, ...variant }) => ({
    ...variant,
    price: moneyOf(price_minor, currency),
    sale: saleOf(sale, currency),
    availability: availabilityOf({ priceMinor: price_minor, available }),
  }));
}
