/** @file Where things live in the shop. */

/** `Hearthline Mug, 12 oz` becomes `hearthline-mug-12-oz`. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '');
}

/** The product's canonical path: the title at the end is for people, the id decides. */
export function productPath(product: { product_id: number; title: string }): string {
  const slug = slugOf(product.title);
  return slug === '' ? `/p/${product.product_id}` : `/p/${product.product_id}/${slug}`;
}

/** Where somebody writes about a product, or changes what they wrote. */
export function reviewPath(product: { product_id: number; title: string }): string {
  return `/p/${product.product_id}/${slugOf(product.title) || '-'}/review`;
}

export function categoryPath(slug: string): string {
  return `/c/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

export function parseProductId(text: string): number | undefined {
  const id = Number(text);
  return /^\d+$/.test(text) && id >= 1 && id <= 2_147_483_647 ? id : undefined;
}
