import type { ProductQuery, ProductSort } from '@kindred/contracts';
import type { SearchFilters, SearchSort } from '../../../ports/search-index.ts';

export const textOf = ({ q }: ProductQuery): string | undefined => q?.trim() || undefined;

export const filtersOf = (query: ProductQuery): SearchFilters => ({
  category: query.category,
  brands: query.brand,
  colors: query.color,
  priceMin: query.price_min,
  priceMax: query.price_max,
  ratingMin: query.rating_min,
  inStock: query.in_stock,
});

/** Relevance asks for a text; without one the best known come first. */
export function sortOf(
  sort: Exclude<ProductSort, 'for-you'> | undefined,
  text: string | undefined,
): SearchSort {
  return sort ?? (text === undefined ? 'popularity' : 'relevance');
}
