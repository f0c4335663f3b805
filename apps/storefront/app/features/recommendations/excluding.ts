import type { Recommendations } from '@kindred/contracts';

/** The query that keeps products off a shelf, because they are elsewhere on the page. */
export function excluding(productIds: readonly number[]): { exclude?: string } {
  return productIds.length === 0 ? {} : { exclude: productIds.join(',') };
}

export const idsOnShelf = (shelf: Pick<Recommendations, 'items'> | null): number[] =>
  shelf?.items.map(({ product }) => product.product_id) ?? [];
