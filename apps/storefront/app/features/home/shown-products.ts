/** @file No product is twice on the home page: each part takes only what no part before it has. */
import type { ProductSummary } from '@kindred/contracts';

type Card = ProductSummary | { readonly product: ProductSummary };

const idOf = (card: Card): number => ('product' in card ? card.product : card).product_id;

export interface ShownProducts {
  readonly ids: readonly number[];
  /** Takes the first of these that are not shown yet, and shows them. */
  take<One extends Card>(cards: readonly One[], most: number): One[];
}

export function createShownProducts(): ShownProducts {
  const ids = new Set<number>();
  return {
    get ids() {
      return [...ids];
    },
    take(cards, most) {
      const taken: (typeof cards)[number][] = [];
      for (const card of cards) {
        if (taken.length === most) break;
        if (ids.has(idOf(card))) continue;
        ids.add(idOf(card));
        taken.push(card);
      }
      return taken;
    },
  };
}
