import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { colorFamilyCode } from '../../ports/color-family.ts';
import { encodeSearchCursor, InvalidSearchCursorError } from '../../ports/search-cursor.ts';
import { type SearchFilters, type SearchSort, UnknownCategoryError } from '../../ports/search-index.ts';
import { attributeNames, countItems, facetsByHand, filterByHand, keyByHand, sortByHand } from './by-hand.ts';
import { categoryNames, drawnBrands, drawnColors, drawnWords } from './contract-catalogue.ts';
import { readShop, type ShopRow } from './contract-shop.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

const columnSorts = ['popularity', 'rating', 'newest', 'price-asc', 'price-desc', 'discount'] as const;
const sorts: readonly SearchSort[] = ['relevance', ...columnSorts];
const slugs = Object.keys(categoryNames);
const categories = Object.entries(categoryNames).map(([slug, name]) => ({ slug, name }));

const someFilters: fc.Arbitrary<SearchFilters> = fc.record(
  {
    category: fc.constantFrom(...slugs),
    attributes: fc.record(
      {
        brand: fc.subarray([...drawnBrands.slice(0, 6), 'Nobody'], { maxLength: 3 }),
        color: fc.subarray([...drawnColors, 'Plaid'], { maxLength: 3 }),
        size: fc.subarray(['S', 'M', 'XL', 'XXL'], { maxLength: 3 }),
        [colorFamilyCode]: fc.subarray(['green', 'white', 'gold'], { maxLength: 2 }),
        voltage: fc.subarray(['12 V'], { maxLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    priceMin: fc.constantFrom(0, 1, 500, 1_000, 26_000),
    priceMax: fc.constantFrom(0, 499, 999, 2_000, 2_147_483_647),
    ratingMin: fc.constantFrom(1, 2, 3.5, 4, 4.005, 5),
    inStock: fc.boolean(),
    deals: fc.boolean(),
  },
  { requiredKeys: [] },
);

const hasWord = (word: string | undefined) => (row: ShopRow) =>
  word === undefined || row.title.split(' ').includes(word);

export function describeLists(open: () => Promise<SearchIndexFixture>): void {
  describe('lists', () => {
    let contract: SearchContract;
    let shop: ShopRow[];

    beforeAll(async () => {
      contract = await openContract(open);
      shop = await readShop(contract.db);
    }, 120_000);
    afterAll(() => contract?.close());
    /** Without duplicates, in any order. */
    const itemsOf = (productIds: readonly number[]): number[] => {
      const items = new Map(shop.map((row) => [row.product_id, row.item_id]));
      return [...new Set(productIds.map((id) => items.get(id)!))].sort((a, b) => a - b);
    };

    test('only listed products are found', async () => {
      const page = await contract.find(undefined, { limit: 500 });
      expect(itemsOf(page.productIds)).toEqual(itemsOf(shop.map((row) => row.product_id)));
      expect(new Set(page.productIds).size).toBe(page.total);
      expect(page).toMatchObject({
        total: countItems(shop),
        reading: null,
        correction: null,
        nextCursor: null,
      });
      expect(page.facets).toBeUndefined();
      expect(page.highlight(page.productIds[0]!, 'Lamp')).toEqual([]);
    });

    test.for(someSingleFilters)('filters by %j alone', async (filters) => {
      const page = await contract.find(undefined, { filters, limit: 500, sort: 'popularity' });
      const wanted = sortByHand(filterByHand(shop, filters), 'popularity');
      expect(page.productIds).toEqual(wanted.map((row) => row.product_id));
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.length).toBeLessThan(shop.length);
    });

    test('empty lists of values are no filter', async () => {
      expect(
        (await contract.find(undefined, { filters: { attributes: { brand: [], color: [] } } })).total,
      ).toBe(countItems(shop));
    });

    test('totals and facets are those of a count by hand, whatever the filters, with and without a text', async () => {
      await fc.assert(
        fc.asyncProperty(
          someFilters,
          fc.option(fc.constantFrom(...drawnWords), { nil: undefined }),
          fc.constantFrom(...sorts),
          async (filters, text, sort) => {
            const page = await contract.find(text, {
              filters,
              sort,
              limit: 500,
              facets: { attributes: attributeNames },
            });
            const matched = shop.filter(hasWord(text));
            const found = filterByHand(matched, filters);
            expect(page.facets).toEqual(facetsByHand(matched, filters, categories));
            expect(page.total).toBe(countItems(found));
            expect(page.productIds).toHaveLength(page.total);
            expect(itemsOf(page.productIds)).toEqual(itemsOf(found.map((row) => row.product_id)));
          },
        ),
        { numRuns: 60 },
      );
    }, 60_000);

    test.for(columnSorts)('sorts by %s, nulls last, ties by number', async (sort) => {
      const page = await contract.find(undefined, { sort, limit: 500 });
      expect(page.productIds).toEqual(sortByHand(shop, sort).map((row) => row.product_id));
    });

    test('relevance without a text is popularity', async () => {
      const [byRelevance, byPopularity] = await Promise.all([
        contract.find(undefined, { sort: 'relevance' }),
        contract.find('  ', { sort: 'popularity' }),
      ]);
      expect(byRelevance.productIds).toEqual(byPopularity.productIds);
    });

    test.for(sorts)('pages by %s neither repeat nor lose a product', async (sort) => {
      for (const text of [undefined, 'walnut']) {
        const filters = { priceMin: 500 };
        const pages = await contract.walk({ ...(text && { text }), filters, sort });
        const whole = await contract.find(text, { filters, sort, limit: 500 });
        expect(pages.length).toBeGreaterThan(5);
        expect(pages.flat()).toEqual(whole.productIds);
      }
    });

    test.for(sorts)('skips items by %s, beyond the end too, and goes on after the page', async (sort) => {
      const filters = { priceMin: 500 };
      for (const text of [undefined, 'walnut']) {
        const { productIds } = await contract.find(text, { filters, sort, limit: 500 });
        for (const offset of [7, productIds.length - 3, 40_000]) {
          const page = await contract.find(text, { filters, sort, limit: 7, offset });
          expect(page.productIds).toEqual(productIds.slice(offset, offset + 7));
          expect(page.total).toBe(productIds.length);
          expect(page.nextCursor === null).toBe(offset > 7);
          if (page.nextCursor === null) continue;
          const next = await contract.find(text, { filters, sort, limit: 7, cursor: page.nextCursor });
          expect(next.productIds).toEqual(productIds.slice(offset + 7, offset + 14));
        }
      }
    });

    test.for(columnSorts)('goes on by %s where the other engine stopped', async (sort) => {
      for (const text of [undefined, 'walnut']) {
        const wanted = sortByHand(shop.filter(hasWord(text)), sort);
        const cursor = encodeSearchCursor({
          engine: contract.index.engine === 'postgres' ? 'opensearch' : 'postgres',
          sort,
          key: keyByHand(wanted[8]!, sort),
          itemId: wanted[8]!.item_id,
          seen: 9,
        });
        const page = await contract.find(text, { sort, limit: 10, cursor });
        expect(page.productIds).toEqual(wanted.slice(9, 19).map((row) => row.product_id));
        expect(page.total).toBe(wanted.length);
      }
    });

    test('goes on by relevance of the other engine after as many products as were seen', async () => {
      const whole = await contract.find('walnut');
      const cursor = encodeSearchCursor({
        engine: contract.index.engine === 'postgres' ? 'opensearch' : 'postgres',
        sort: 'relevance',
        key: 12.5,
        itemId: whole.productIds[9]!,
        seen: 10,
      });
      const page = await contract.find('walnut', { cursor, limit: 10 });
      expect(page.productIds).toEqual(whole.productIds.slice(10, 20));
    });

    test('refuses a cursor that is none, and one of another order', async () => {
      const { nextCursor } = await contract.find(undefined, { sort: 'popularity', limit: 5 });
      const wrong = [
        { cursor: 'nonsense', sort: 'popularity' },
        { cursor: '', sort: 'popularity' },
        { cursor: nextCursor!, sort: 'price-asc' },
      ] as const;
      for (const request of wrong)
        await expect(contract.find(undefined, request)).rejects.toThrow(InvalidSearchCursorError);
    });

    test('refuses a category that is not there, and finds nothing in an empty one', async () => {
      await expect(contract.find(undefined, { filters: { category: 'no-such' } })).rejects.toThrow(
        UnknownCategoryError,
      );
      const empty = await contract.find(undefined, {
        filters: { category: 'nobody-here' },
        facets: { attributes: attributeNames },
      });
      expect(empty).toMatchObject({ total: 0, productIds: [], nextCursor: null });
      expect(empty.facets!.rating.map(({ count }) => count)).toEqual([0, 0, 0]);
      expect(empty.facets!.price).toEqual({ minMinor: null, maxMinor: null, currency: null, bars: [] });
    });

    test('says which engine it is, and that it is there', async () => {
      expect(await contract.index.check()).toMatch(/\d/);
      expect(contract.index.degradation()).toBeUndefined();
    });
  });
}

const someSingleFilters: readonly SearchFilters[] = [
  { category: 'books' },
  { category: 'books/atlases' },
  { attributes: { brand: ['Maker 01'] } },
  { attributes: { brand: ['Maker 01', 'Maker 02', 'Nobody'] } },
  { attributes: { color: ['Red', 'Ivory'] } },
  { attributes: { color: ['Green'], [colorFamilyCode]: ['green'] } },
  { attributes: { [colorFamilyCode]: ['green', 'white'] } },
  { priceMin: 1_000 },
  { priceMax: 999 },
  { priceMin: 500, priceMax: 500 },
  { ratingMin: 4 },
  { inStock: true },
  { deals: true },
];
