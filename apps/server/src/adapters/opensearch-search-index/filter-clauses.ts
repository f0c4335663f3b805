import type { SearchFilters } from '../../ports/search-index.ts';
import { attributesField, attributeToken } from './attribute-values.ts';
import type { Json } from './connection.ts';

export type FilterName = 'category' | 'price' | 'rating' | 'stock' | AttributeName;
export type AttributeName = `attribute ${string}`;

export const attributeName = (code: string): AttributeName => `attribute ${code}`;

export type FilterClauses = ReadonlyMap<FilterName, Json>;

/** One a filter: each facet is counted under all but its own. */
export function filterClauses(filters: SearchFilters): FilterClauses {
  const clauses = new Map<FilterName, Json>();
  const { category, attributes = {}, priceMin, priceMax, ratingMin, inStock } = filters;
  if (category !== undefined) clauses.set('category', { term: { category } });
  for (const [code, values] of Object.entries(attributes))
    if (values.length > 0)
      clauses.set(attributeName(code), {
        terms: { [attributesField]: values.map((value) => attributeToken(code, value)) },
      });
  if (priceMin !== undefined || priceMax !== undefined)
    clauses.set('price', { range: { price_minor: { gte: priceMin ?? 0, lte: priceMax ?? 2_147_483_647 } } });
  if (ratingMin !== undefined) clauses.set('rating', { range: { average_rating: { gte: ratingMin } } });
  if (inStock) clauses.set('stock', { term: { in_stock: true } });
  return clauses;
}

export const allBut = (clauses: FilterClauses, left?: FilterName): Json => ({
  bool: { filter: [...clauses].filter(([name]) => name !== left).map(([, clause]) => clause) },
});
