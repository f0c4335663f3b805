import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import type { SearchIndex, SearchRequest } from '../../../ports/search-index.ts';
import { type FindWindow, listInWindow, windowSize } from './list-in-window.ts';
import type { PlaceInList } from './search-request.ts';

const listedProducts = {
  read: async () => ({ itemOf: (productId: number) => productId }),
} as unknown as ListedProductsReader;

/** Numbers its products from 1. A cursor is the number of products before the page. */
const indexOf = (products: number) =>
  ({
    async search({ limit, cursor, offset = 0 }: SearchRequest) {
      const before = cursor === undefined ? offset : Number(cursor);
      const end = Math.min(products, before + limit);
      const productIds = Array.from({ length: Math.max(0, end - before) }, (_, at) => before + at + 1);
      return { productIds, total: products, nextCursor: end < products ? String(end) : null };
    },
  }) as unknown as SearchIndex;

const backwardsIn =
  (searchIndex: SearchIndex): FindWindow =>
  async (request) => {
    const page = await searchIndex.search({ ...request, limit: windowSize });
    const { productIds, nextCursor } = page;
    return { page, productIds: productIds.toReversed(), personalised: true, nextCursor, readAt: undefined };
  };

test('pages by cursor and by number are full, and hold the window in its order and then the rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 30, max: 100 }),
      async (products, limit) => {
        const searchIndex = indexOf(products);
        const find = (place: Pick<PlaceInList, 'cursor' | 'offset'>) =>
          listInWindow(
            { searchIndex, listedProducts },
            {
              request: { filters: {}, sort: 'popularity' },
              place: { limit, page: null, ...place },
              findWindow: backwardsIn(searchIndex),
            },
          );
        const all = Array.from({ length: products }, (_, at) => at + 1);
        const wanted = [...all.slice(0, 400).reverse(), ...all.slice(400)];
        let cursor: string | null | undefined;
        for (let offset = 0; cursor !== null; offset += limit) {
          const byCursor = await find({ cursor, offset: 0 });
          const byNumber = await find({ cursor: undefined, offset });
          expect(byCursor.productIds).toEqual(wanted.slice(offset, offset + limit));
          expect(byNumber.productIds).toEqual(byCursor.productIds);
          expect(byNumber.nextCursor === null).toBe(byCursor.nextCursor === null);
          cursor = byCursor.nextCursor;
        }
      },
    ),
    { numRuns: 30 },
  );
});
