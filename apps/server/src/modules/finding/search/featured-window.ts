import { LRUCache } from 'lru-cache';
import type { ListedProducts, ListedProductsReader } from '../../../ports/listed-products.ts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import { askIndex } from './ask-index.ts';
import { type FindWindow, type ListWindow, windowSize } from './list-in-window.ts';
import { spreadKinds } from './spread-kinds.ts';

const keptLists = 300;
/** OpenSearch may learn of a change later than the products in memory. */
const keptMs = 10_000;

type Kept = Pick<ListWindow, 'productIds' | 'nextCursor'>;

/** Orders the first products of a list without a text: the popular ones first, kinds and brands spread. Keeps an order until a product changes. */
export function createFeaturedWindow({
  searchIndex,
  listedProducts,
}: {
  searchIndex: SearchIndex;
  listedProducts: ListedProductsReader;
}): FindWindow {
  const byProducts = new WeakMap<ListedProducts, LRUCache<string, Kept>>();

  return async (request) => {
    const products = await listedProducts.read();
    const { version } = products;
    const kept = byProducts.get(products) ?? new LRUCache<string, Kept>({ max: keptLists, ttl: keptMs });
    byProducts.set(products, kept);
    const key = JSON.stringify([version, request.filters]);
    const known = kept.get(key);
    const page = await askIndex(searchIndex, { ...request, limit: known ? 1 : windowSize });
    const { nextCursor } = page;
    const found = known ?? { productIds: spreadKinds(page.productIds, products), nextCursor };
    if (!known && products.version === version) kept.set(key, found);
    return { page, ...found, personalised: false, readAt: undefined };
  };
}
