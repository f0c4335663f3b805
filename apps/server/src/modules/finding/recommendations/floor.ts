import type { Database } from '../../../platform/postgres/database.ts';
import { type Remembered, remember } from '../../../platform/remember.ts';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import type { Explained } from './cards.ts';
import type { ShelfContext } from './policy.ts';
import type { Sieve } from './sieve.ts';
import { popular } from './sources/popular.ts';

const kept = { forMs: 60_000, graceMs: 30 * 60_000 };
const most = 60;

/** Keeps the cards of the most rated items in memory, for shelves whose database query is late. */
export interface Floor {
  /** Refreshes the cards in the background. */
  keepWarm(products: ListedProducts): void;
  cards(shelf: {
    readonly context: ShelfContext;
    readonly sieve: Sieve;
    readonly limit: number;
  }): Promise<{ shelf: Explained[]; entries: ReadonlyMap<number, CatalogEntry> }>;
}

export function createFloor(db: Database): Floor {
  let products: ListedProducts | undefined;
  const entries: Remembered<Map<number, CatalogEntry>> = remember(
    () =>
      findEntries(
        db,
        products!.mostRated(most).flatMap((itemId) => {
          const item = products!.find(itemId);
          return item?.isSold ? item.productId : [];
        }),
      ),
    kept,
  );
  return {
    keepWarm(current) {
      products = current;
      entries().catch(() => undefined);
    },
    async cards({ context, sieve, limit }) {
      products = context.products;
      const cards = await entries();
      const { items, explain } = await popular.propose(context, { ...sieve, k: most });
      const shelf = items
        .flatMap((item) => {
          const productId = context.products.productsOf(item.itemId).find((id) => cards.has(id));
          if (productId === undefined) return [];
          return { ...item, productId, source: popular.name, reason: explain(item.itemId) };
        })
        .slice(0, limit);
      return { shelf, entries: cards };
    },
  };
}
