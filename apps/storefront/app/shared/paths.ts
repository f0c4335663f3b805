/** @file The addresses of the shop's pages. */

import { slugOf } from '@kindred/shop-types';

export { brandPath, categoryPath, productPath } from '@kindred/shop-types';

/** The page to write or edit one's review of a product. */
export function reviewPath(product: { product_id: number; title: string }): string {
  return `/p/${product.product_id}/${slugOf(product.title) || '-'}/review`;
}

/** The brand of a page's path. The router's own parameter turns the text `%2F` of a name into `/`. */
export function brandOfPath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname.replace(/^\/b\//, '').replace(/\/$/, ''));
  } catch {
    return undefined;
  }
}

export function parseProductId(text: string): number | undefined {
  const id = Number(text);
  return /^\d+$/.test(text) && id >= 1 && id <= 2_147_483_647 ? id : undefined;
}
