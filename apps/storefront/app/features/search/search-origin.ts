/** @file One field in the address of a product says which search led to it. */
import type { ShopEvent } from '@kindred/contracts';
import { productPath } from '../../shared/paths.ts';

const field = 'search';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function foundHref(
  product: { product_id: number; title: string },
  searchId: string | undefined,
): string {
  return productPath(product) + (searchId === undefined ? '' : `?${field}=${searchId}`);
}

export function searchIdOf(search: URLSearchParams): string | undefined {
  const id = search.get(field) ?? '';
  return uuid.test(id) ? id : undefined;
}

/** The click event of an address that `foundHref` made; undefined for any other address. */
export function foundClickOf(search: URLSearchParams, productId: number): ShopEvent | undefined {
  const searchId = searchIdOf(search);
  return searchId === undefined ? undefined : { kind: 'click', product_id: productId, search_id: searchId };
}
