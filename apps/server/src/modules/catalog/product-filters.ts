import type { ProductQuery } from '@kindred/contracts';
import { type SQL, sql } from 'drizzle-orm';

export type FilterName = 'category' | 'brand' | 'color' | 'price' | 'rating' | 'stock';

const inStock = sql`(p.price_minor is not null and coalesce(i.on_hand - i.reserved, 0) > 0)`;

/** What every listed product in the answer has to satisfy, whatever the filters. */
export function textCondition(text: string | undefined): SQL {
  if (text === undefined) return sql`p.is_listed`;
  return sql`p.is_listed and (p.search_text @@ websearch_to_tsquery('english', ${text})
    or lower(${text}) <% lower(p.title))`;
}

/**
 * One condition a filter, over `products` as p and `inventory` as i. They are kept apart because each
 * facet is counted under all filters but its own.
 */
export function filterConditions(
  query: ProductQuery,
  categoryIds: readonly number[] | undefined,
): ReadonlyMap<FilterName, SQL> {
  const conditions = new Map<FilterName, SQL>();
  if (categoryIds)
    conditions.set('category', sql`p.category_id = any(${sql.param([...categoryIds])}::int[])`);
  if (query.brand?.length) conditions.set('brand', sql`p.brand = any(${sql.param(query.brand)}::text[])`);
  if (query.color?.length) conditions.set('color', sql`p.color = any(${sql.param(query.color)}::text[])`);
  if (query.price_min !== undefined || query.price_max !== undefined)
    conditions.set(
      'price',
      sql`p.price_minor between ${query.price_min ?? 0} and ${query.price_max ?? 2147483647}`,
    );
  if (query.rating_min !== undefined) conditions.set('rating', sql`p.average_rating >= ${query.rating_min}`);
  if (query.in_stock) conditions.set('stock', inStock);
  return conditions;
}

/** Joins conditions, leaving one out; `true` when none is left. */
export function allBut(conditions: ReadonlyMap<FilterName, SQL>, left?: FilterName): SQL {
  const kept = [...conditions].filter(([name]) => name !== left).map(([, condition]) => condition);
  return kept.length === 0 ? sql`true` : sql.join(kept, sql` and `);
}

export { inStock };
