/** @file Products of one kind in order of arrival, so that what a shopper can see on a day is a prefix. */
import { KINDS } from '../catalogue/kinds/index.ts';
import type { Product } from '../catalogue/product.ts';

export interface Shelf {
  products: Int32Array;
  arrivals: Float64Array;
}

export function makeShelves(catalogue: readonly Product[]): Shelf[] {
  const byKind: Product[][] = KINDS.map(() => []);
  for (const product of catalogue) byKind[product.kindIndex]!.push(product);
  return byKind.map((products) => {
    products.sort((a, b) => a.firstAvailable - b.firstAvailable || a.index - b.index);
    return {
      products: Int32Array.from(products, (product) => product.index),
      arrivals: Float64Array.from(products, (product) => product.firstAvailable),
    };
  });
}

/** How many products of the shelf exist at a time. */
export function available(shelf: Shelf, at: number): number {
  let low = 0;
  let high = shelf.arrivals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shelf.arrivals[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
