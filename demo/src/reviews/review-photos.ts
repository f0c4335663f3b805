import type { Product } from '../catalogue/product.ts';
import { mostSnapshots, snapshotOf } from '../catalogue/product-pictures.ts';

export interface ReviewImage {
  small_image_url: string;
  medium_image_url: string;
  large_image_url: string;
  attachment_type: 'IMAGE';
}

/** Hands out each snapshot of a product once, so that no two reviews show the same one. */
export class Snapshots {
  readonly #taken = new Map<number, number>();

  /** A snapshot shows nothing that a shopper could complain about, so only content ones add it. `hash`: the shopper's luck. */
  take(product: Product, { rating, hash }: { rating: number; hash: number }): ReviewImage[] {
    if (rating < 5 || hash % 10 !== 0) return [];
    const from = this.#taken.get(product.index) ?? 0;
    const to = Math.min(mostSnapshots, from + ((hash >> 8) % 4 === 0 ? 2 : 1));
    this.#taken.set(product.index, to);
    return Array.from({ length: to - from }, (_, at) => {
      const address = snapshotOf(product, from + at);
      return {
        small_image_url: address,
        medium_image_url: address,
        large_image_url: address,
        attachment_type: 'IMAGE',
      };
    });
  }
}
