import type { SearchFilters } from '../../ports/search-index.ts';
import { attributesField, attributeToken } from './attribute-values.ts';
import type { Json } from './connection.ts';

export type AttributeName = `attribute ${string}`;
export type FilterName = 'category' | 'price' | 'rating' | 'stock' | AttributeName;
export type ResolvedFilters = ReadonlyMap<FilterName, Json>;

export const attributeName = (code: string): AttributeName => `attribute ${code}`;

/** One a filter: each facet is counted under all but its own. */
export function resolveFilters(filters: SearchFilters): ResolvedFilters {
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

export const allBut = (clauses: ResolvedFilters, left?: FilterName): Json => ({
  bool: { filter: [...clauses].filter(([name]) => name !== left).map(([, clause]) => clause) },
});
