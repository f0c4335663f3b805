import type { Product, ProductSummary } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { pictureAddress } from '../media/index.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './product-row.ts';
import { findCombinations } from './variant-repository.ts';

interface ProductRow extends SummaryRow {
  group_id: number | null;
  description: string;
  features: string[];
  details: Record<string, string>;
  color: string | null;
  described: Product['attributes'];
  main_category: string | null;
  rating_bin: Product['rating_bin'];
  date_first_available: string | null;
  images: { url: string; large_url: string }[];
  categories: Product['categories'];
}

/** Reads a listed product with its pictures and its path of categories in one query. */
export async function findProduct(db: Database, productId: number): Promise<Product | undefined> {
  const { rows } = await db.execute<ProductRow>(sql`
    select ${summaryColumns},
      p.group_id, p.description, p.features, p.details, p.color, p.main_category, p.rating_bin,
      p.date_first_available::text,
      coalesce((
        select json_agg(json_build_object('code', code, 'label', label, 'kind', kind, 'values', p.attributes -> code) order by position)
        from attributes where p.attributes ? code and code not in ('brand', 'color')), '[]') as described,
      coalesce((
        select json_agg(json_build_object('url', ${pictureAddress(800)}, 'large_url', ${pictureAddress(1600)}) order by position)
        from product_images where product_id = p.product_id), '[]') as images,
      coalesce((
        with recursive path as (
          select category_id, parent_id, slug, name, 0 as height from categories
          where category_id = p.category_id
          union all
          select c.category_id, c.parent_id, c.slug, c.name, height + 1
          from categories c join path on c.category_id = path.parent_id
        )
        select json_agg(json_build_object('slug', slug, 'name', name) order by height desc) from path
      ), '[]') as categories
    from products p left join inventory i using (product_id)
    where p.product_id = ${productId} and p.is_listed`);
  const row = rows[0];
  if (!row) return undefined;
  return {
    ...summaryOf(row),
    available: row.price_minor === null ? 0 : Math.max(0, row.available),
    description: row.description,
    features: row.features,
    details: row.details,
    color: row.color,
    attributes: row.described,
    main_category: row.main_category,
    categories: row.categories,
    rating_bin: row.rating_bin,
    combinations: row.group_id === null ? [] : await findCombinations(db, row.group_id),
    date_first_available: row.date_first_available,
    images: row.images.map((image, index) => ({
      ...image,
      alt: index === 0 ? row.title : `${row.title}, picture ${index + 1}`,
    })),
  };
}

export interface CatalogEntry {
  readonly product: ProductSummary;
  readonly categoryId: number | null;
}

/** Returns those of these products that are listed. */
export async function findEntries(
  db: Database | Transaction,
  productIds: readonly number[],
): Promise<Map<number, CatalogEntry>> {
  if (productIds.length === 0) return new Map();
  const statement = sql`
    select ${summaryColumns}, p.category_id
    from products p left join inventory i using (product_id)
    where p.product_id = any(${productIds}::int[]) and p.is_listed`;
  const { rows } = await db.execute<SummaryRow & { category_id: number | null }>(statement, {
    keepsPlan: true,
  });
  return new Map(
    rows.map((row) => [row.product_id, { product: summaryOf(row), categoryId: row.category_id }]),
  );
}

export async function isListed(db: Database, productId: number): Promise<boolean> {
  const { rows } = await db.execute(sql`select from products where product_id = ${productId} and is_listed`);
  return rows.length > 0;
}

/** Whether the shop listed the product earlier and does not list it now. */
export async function wasListed(db: Database, productId: number): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from products where product_id = ${productId} and unlisted_at is not null`,
  );
  return rows.length > 0;
}
