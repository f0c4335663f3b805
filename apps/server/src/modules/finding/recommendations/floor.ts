import type { Database } from '../../../platform/postgres/database.ts';
import { type Remembered, remember } from '../../../platform/remember.ts';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';
import type { Proposed } from './gather.ts';
import type { ShelfContext } from './policy.ts';
import { popular } from './sources/popular.ts';

const kept = { forMs: 60_000, graceMs: 30 * 60_000 };
const most = 60;

/** The cards of the most rated products, in memory: what a shelf shows when the database does not answer in time. */
export interface Floor {
  /** Never waited for. */
  keepWarm(products: ListedProducts): void;
  cards(shelf: {
    readonly context: ShelfContext;
    readonly limit: number;
  }): Promise<{ shelf: Proposed[]; entries: ReadonlyMap<number, CatalogEntry> }>;
}

export function createFloor(db: Database): Floor {
  let products: ListedProducts | undefined;
  const entries: Remembered<Map<number, CatalogEntry>> = remember(
    () =>
      findEntries(
        db,
        products!.mostRated(most).filter((id) => products!.find(id)?.isSold),
      ),
    kept,
  );
  return {
    keepWarm(current) {
      products = current;
      entries().catch(() => undefined);
    },
    async cards({ context, limit }) {
      products = context.products;
      const cards = await entries();
      const hidden = new Set([...context.history.owned, context.productId]);
      const proposals = await popular.propose(context, { exclude: hidden as ReadonlySet<number>, k: most });
      const shelf = proposals.items
        .filter(({ itemId }) => cards.has(itemId) && !hidden.has(itemId))
        .slice(0, limit)
        .map((item) => ({ ...item, source: popular.name, proposals }));
      return { shelf, entries: cards };
    },
  };
}
