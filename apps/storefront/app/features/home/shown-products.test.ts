import type { ProductSummary } from '@kindred/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShownProducts } from './shown-products.ts';

const product = (product_id: number) => ({ product_id }) as ProductSummary;

test('shows no product twice, and keeps the order of each part', () => {
  const parts = fc.array(fc.tuple(fc.array(fc.integer({ min: 1, max: 20 })), fc.nat(8)));
  fc.assert(
    fc.property(parts, (asked) => {
      const shown = createShownProducts();
      for (const [numbers, most] of asked) {
        const before = shown.ids;
        const taken = shown.take(numbers.map(product), most).map(({ product_id }) => product_id);
        const left = [...new Set(numbers)].filter((id) => !before.includes(id));
        expect(taken).toEqual(left.slice(0, most));
        expect(shown.ids).toEqual([...before, ...taken]);
      }
    }),
    { numRuns: 50 },
  );
});

test('takes recommended items and products alike', () => {
  const shown = createShownProducts();
  shown.take([{ product: product(1) }], 1);
  expect(shown.take([product(1), product(2)], 5)).toEqual([product(2)]);
});
