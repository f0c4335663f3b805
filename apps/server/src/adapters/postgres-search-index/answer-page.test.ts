import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SearchFilters } from '../../ports/search-index.ts';
import {
  attributeNames,
  facetsByHand,
  filterByHand,
  sortByHand,
} from '../../testing/search-index/by-hand.ts';
import type { ShopRow } from '../../testing/search-index/contract-shop.ts';
import { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import { createCategoryTree } from '../catalog-in-memory/category-tree.ts';
import { answerPage } from './answer-page.ts';

const slugs = ['a', 'a/b', 'a/b/c', 'a/d', 'e'] as const;
const tree = createCategoryTree(
  slugs.map((slug, at) => ({
    categoryId: at + 1,
    slug,
    name: slug.toUpperCase(),
    parentId: slug.includes('/')
      ? slugs.indexOf(slug.slice(0, slug.lastIndexOf('/')) as (typeof slugs)[number]) + 1
      : null,
  })),
);

const someShop: fc.Arbitrary<ShopRow[]> = fc
  .array(
    fc.record({
      slug: fc.option(fc.constantFrom(...slugs)),
      group: fc.option(fc.integer({ min: 0, max: 5 })),
      attributes: fc.record(
        {
          brand: fc.constantFrom(['A'], ['B'], ['C']),
          color: fc.constantFrom(['red'], ['blue']),
          size: fc.subarray(['S', 'M', 'L'], { minLength: 1 }),
        },
        { requiredKeys: [] },
      ),
      price_minor: fc.option(fc.integer({ min: 0, max: 9 })),
      percent_off: fc.constantFrom(0, 0, 10, 50),
      average_rating: fc.option(fc.constantFrom(1, 2, 2.5, 3, 4, 5)),
      rating_count: fc.integer({ min: 0, max: 3 }),
      bayesian_rating: fc.constantFrom(3, 3.5, 4),
      days: fc.option(fc.integer({ min: -5, max: 5 })),
      available: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ group, ...row }, at) => ({
      ...row,
      product_id: 3 + 2 * at,
      item_id: 3 + 2 * (group === null ? at : rows.findIndex((other) => other.group === group)),
      title: '',
      currency: row.price_minor === null ? null : 'USD',
    })),
  );

const someFilters: fc.Arbitrary<SearchFilters> = fc.record(
  {
    category: fc.constantFrom(...slugs),
    attributes: fc.record(
      {
        brand: fc.subarray(['A', 'B', 'Z']),
        color: fc.subarray(['red', 'blue']),
        size: fc.subarray(['S', 'L', 'XL']),
        voltage: fc.subarray(['12 V']),
      },
      { requiredKeys: [] },
    ),
    priceMin: fc.integer({ min: 0, max: 9 }),
    priceMax: fc.integer({ min: 0, max: 9 }),
    ratingMin: fc.constantFrom(1, 2.5, 4),
    inStock: fc.boolean(),
    deals: fc.boolean(),
  },
  { requiredKeys: [] },
);

function columnsOf(shop: readonly ShopRow[]): CatalogColumns {
  const columns = new CatalogColumns();
  for (const row of shop)
    columns.put({
      productId: row.product_id,
      itemId: row.item_id,
      categoryId: row.slug === null ? null : slugs.indexOf(row.slug as (typeof slugs)[number]) + 1,
      attributes: row.attributes,
      priceMinor: row.price_minor,
      currency: row.currency,
      percentOff: row.percent_off,
      averageRating: row.average_rating,
      ratingCount: row.rating_count,
      bayesianRating: row.bayesian_rating,
      day: row.days,
      isInStock: row.price_minor !== null && row.available > 0,
      documentVersion: 1,
    });
  return columns;
}

test('total, facets and every page agree with a simple count', () => {
  fc.assert(
    fc.property(
      someShop,
      someFilters,
      fc.constantFrom('popularity', 'rating', 'newest', 'price-asc', 'price-desc', 'discount'),
      fc.integer({ min: 1, max: 7 }),
      (shop, filters, sort, limit) => {
        const catalog = { columns: columnsOf(shop), tree };
        const wanted = sortByHand(filterByHand(shop, filters), sort).map((row) => row.product_id);
        const found: number[] = [];
        let pages = 0;
        for (let cursor: string | null | undefined; cursor !== null; pages++) {
          const page = answerPage(
            catalog,
            { filters, sort, limit, cursor, facets: { attributes: attributeNames } },
            undefined,
          );
          expect(page.total).toBe(wanted.length);
          expect(page.facets).toEqual(
            facetsByHand(
              shop,
              filters,
              tree.all.map(({ slug, name }) => ({ slug, name })),
            ),
          );
          found.push(...page.productIds);
          cursor = page.nextCursor;
          const byNumber = answerPage(catalog, { filters, sort, limit, offset: pages * limit }, undefined);
          expect(byNumber).toEqual({ ...page, facets: undefined });
        }
        expect(found).toEqual(wanted);
        expect(pages).toBe(Math.max(1, Math.ceil(wanted.length / limit)));
      },
    ),
    { numRuns: 500 },
  );
});
