import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noDay } from '../../ports/search-cursor.ts';
import { CatalogColumns, type CatalogRow } from './catalog-columns.ts';

const someRow: fc.Arbitrary<CatalogRow> = fc.record({
  productId: fc.integer({ min: 1, max: 40 }),
  itemId: fc.integer({ min: 1, max: 45 }),
  categoryId: fc.option(fc.integer({ min: 1, max: 5 })),
  attributes: fc.record(
    { brand: fc.constantFrom(['A'], ['B'], ['C']), size: fc.subarray(['S', 'M', 'L'], { minLength: 1 }) },
    { requiredKeys: [] },
  ),
  priceMinor: fc.option(fc.integer({ min: 0, max: 2_147_483_647 })),
  currency: fc.constant('USD'),
  percentOff: fc.integer({ min: 0, max: 99 }),
  averageRating: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  ratingCount: fc.nat(),
  bayesianRating: fc.double({ min: 1, max: 5, noNaN: true }),
  day: fc.option(fc.integer({ min: 0, max: 30_000 })),
  isInStock: fc.boolean(),
  documentVersion: fc.integer({ min: 0, max: 4_294_967_295 }),
});

function valuesAt({ attributes }: CatalogColumns, place: number) {
  const valuesOf = (code: string) => {
    const column = attributes.get(code);
    return column
      ? column.sets.valueNumbersOf(column.values[place]!).map((number) => column.sets.values[number])
      : [];
  };
  return { brand: valuesOf('brand'), size: valuesOf('size') };
}

test('the columns agree with a map after any sequence of puts and removals', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(someRow, fc.integer({ min: 1, max: 40 }))), (steps) => {
      const columns = new CatalogColumns();
      const wanted = new Map<number, CatalogRow>();
      for (const step of steps) {
        if (typeof step === 'number') {
          columns.remove(step);
          wanted.delete(step);
        } else {
          columns.put(step);
          wanted.set(step.productId, step);
        }
      }
      expect(columns.length).toBe(wanted.size);
      const items = Map.groupBy(wanted.values(), ({ itemId }) => itemId);
      expect(columns.hasGroups).toBe([...items.values()].some(({ length }) => length > 1));
      for (let itemId = 0; itemId < 50; itemId++) {
        const products = columns.placesOf(itemId).map((place) => columns.productId[place]!);
        expect(products.sort((a, b) => a - b)).toEqual(
          (items.get(itemId) ?? []).map(({ productId }) => productId).sort((a, b) => a - b),
        );
      }
      for (let productId = 0; productId < 45; productId++) {
        const place = columns.placeOf(productId);
        const row = wanted.get(productId);
        expect(place >= 0).toBe(row !== undefined);
        if (!row) continue;
        expect({
          productId: columns.productId[place],
          categoryId: columns.categoryId[place],
          ...valuesAt(columns, place),
          price: columns.price[place],
          rating: columns.averageRating[place],
          ratings: columns.ratingCount[place],
          bayesian: columns.bayesianRating[place],
          day: columns.day[place],
          inStock: columns.inStock[place],
        }).toEqual({
          productId,
          categoryId: row.categoryId ?? 0,
          brand: row.attributes.brand ?? [],
          size: row.attributes.size ?? [],
          price: row.priceMinor ?? -1,
          rating: row.averageRating ?? 0,
          ratings: row.ratingCount,
          bayesian: row.bayesianRating,
          day: row.day ?? noDay,
          inStock: row.isInStock ? 1 : 0,
        });
      }
    }),
  );
});

test('a product takes at most 60 bytes, plus half of that for spare room', () => {
  const columns = new CatalogColumns();
  for (let productId = 1; productId <= 50_000; productId++)
    columns.put({
      productId,
      itemId: productId,
      categoryId: 1,
      attributes: { brand: ['A'], color: ['red'] },
      priceMinor: 1,
      currency: 'USD',
      percentOff: 0,
      averageRating: 4,
      ratingCount: 1,
      bayesianRating: 4,
      day: 1,
      isInStock: true,
      documentVersion: 1,
    });
  expect(columns.bytes / columns.length).toBeLessThan(90);
});
