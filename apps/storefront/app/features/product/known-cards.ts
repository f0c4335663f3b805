import { useEffect } from 'react';
import { parseProductId } from '../../shared/paths.ts';
import type { CardProduct } from '../catalog/product-card-props.tsx';

/** The products whose cards this tab has shown, the latest last. */
const cards = new Map<number, CardProduct>();
const most = 300;

export function rememberCards(products: readonly CardProduct[]): void {
  for (const product of products) {
    cards.delete(product.product_id);
    cards.set(product.product_id, product);
  }
  for (const id of cards.keys()) {
    if (cards.size <= most) break;
    cards.delete(id);
  }
}

/** Remembers products that a list or shelf shows, so that their pages can begin with what the card says. */
export function useKnownCards(products: readonly CardProduct[]): void {
  useEffect(() => rememberCards(products), [products]);
}

export function knownCard(productId: number): CardProduct | undefined {
  return cards.get(productId);
}

/** The card of the product whose page has this path, if this tab has shown it. */
export function knownCardAt(pathname: string): CardProduct | undefined {
  const [, id] = /^\/p\/([^/]+)(?:\/[^/]*)?$/.exec(pathname) ?? [];
  const productId = id === undefined ? undefined : parseProductId(id);
  return productId === undefined ? undefined : knownCard(productId);
}
