import type { ListedProduct } from '@kindred/contracts';
import { useEffect } from 'react';
import { parseProductId } from '../../shared/paths.ts';

/** The products whose cards this tab has shown, the latest last. */
const cards = new Map<number, ListedProduct>();
const most = 300;

export function rememberCards(products: readonly ListedProduct[]): void {
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
export function useKnownCards(products: readonly ListedProduct[]): void {
  useEffect(() => rememberCards(products), [products]);
}

export function knownCard(productId: number): ListedProduct | undefined {
  return cards.get(productId);
}

/** The card of the product whose page has this path, if this tab has shown it. */
export function knownCardAt(pathname: string): ListedProduct | undefined {
  const [, id] = /^\/p\/([^/]+)(?:\/[^/]*)?$/.exec(pathname) ?? [];
  const productId = id === undefined ? undefined : parseProductId(id);
  return productId === undefined ? undefined : knownCard(productId);
}
