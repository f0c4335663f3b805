/** @file The addresses of pages that search engines list. The pages link to them, and the server lists them in its sitemap. */
import { slugOf } from './slug.ts';

/** The product's canonical path. The id decides; the title is for readers. */
export function productPath(product: { readonly product_id: number; readonly title: string }): string {
  const slug = slugOf(product.title);
  return slug === '' ? `/p/${product.product_id}` : `/p/${product.product_id}/${slug}`;
}

export function categoryPath(slug: string): string {
  return `/c/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

/** A brand has no slug: its name is the address, except for names that an address cannot end with. */
export function brandPath(brand: string): string {
  const name = encodeURIComponent(brand);
  return /^\.\.?$/.test(name) ? `/search?brand=${name}` : `/b/${name}`;
}
