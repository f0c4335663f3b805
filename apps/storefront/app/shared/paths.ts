/** @file The addresses of the shop's pages. */

import { slugOf } from '@kindred/shop-types';

/** The product's canonical path. The id decides; the title is for readers. */
export function productPath(product: { product_id: number; title: string }): string {
  const slug = slugOf(product.title);
  return slug === '' ? `/p/${product.product_id}` : `/p/${product.product_id}/${slug}`;
}

/** The page to write or edit one's review of a product. */
export function reviewPath(product: { product_id: number; title: string }): string {
  return `/p/${product.product_id}/${slugOf(product.title) || '-'}/review`;
}

export function categoryPath(slug: string): string {
  return `/c/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

/** A brand has no slug: its name is the address. */
export function brandPath(brand: string): string {
  return `/b/${encodeURIComponent(brand)}`;
}

export function parseProductId(text: string): number | undefined {
  const id = Number(text);
  return /^\d+$/.test(text) && id >= 1 && id <= 2_147_483_647 ? id : undefined;
}
