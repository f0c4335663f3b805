import type { SearchFilters } from '../../ports/search-index.ts';
import { attributesField, attributeToken } from './attribute-values.ts';
import type { Json } from './connection.ts';
import { field } from './nested-products.ts';

export type AttributeName = `attribute ${string}`;
export type FilterName = 'category' | 'price' | 'rating' | 'stock' | 'deals' | AttributeName;
export type ResolvedFilters = ReadonlyMap<FilterName, Json>;

export const attributeName = (code: string): AttributeName => `attribute ${code}`;

/** Returns one clause per filter, because each facet is counted under all filters except its own. */
export function resolveFilters(filters: SearchFilters): ResolvedFilters {
  const clauses = new Map<FilterName, Json>();
  const { category, attributes = {}, priceMin, priceMax, ratingMin, inStock, deals } = filters;
  if (category !== undefined) clauses.set('category', { term: { [field('category')]: category } });
  for (const [code, values] of Object.entries(attributes))
    if (values.length > 0)
      clauses.set(attributeName(code), {
        terms: { [attributesField]: values.map((value) => attributeToken(code, value)) },
      });
  if (priceMin !== undefined || priceMax !== undefined)
    clauses.set('price', {
      range: { [field('price_minor')]: { gte: priceMin ?? 0, lte: priceMax ?? 2_147_483_647 } },
    });
  if (ratingMin !== undefined)
    clauses.set('rating', { range: { [field('average_rating')]: { gte: ratingMin } } });
  if (inStock) clauses.set('stock', { term: { [field('in_stock')]: true } });
  if (deals) clauses.set('deals', { range: { [field('percent_off')]: { gt: 0 } } });
  return clauses;
}

export const allBut = (clauses: ResolvedFilters, left?: FilterName): Json => ({
  bool: { filter: [...clauses].filter(([name]) => name !== left).map(([, clause]) => clause) },
});
