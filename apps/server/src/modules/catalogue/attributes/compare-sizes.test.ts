import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareSizes } from './index.ts';

test('sorts sizes from the smallest: letters, then numbers, then other words', () => {
  const wanted = [
    '2XS',
    'XS',
    'small',
    'M',
    'Large',
    'xl',
    '2XL',
    '3XL',
    '6',
    '6.5 US',
    '36',
    '38/40',
    '100',
    'One Size',
  ];
  expect(wanted.toReversed().sort(compareSizes)).toEqual(wanted);
});

test('sorts any list of sizes in one order', () => {
  const size = fc.oneof(
    fc.constantFrom('XS', 'S', 'M', 'XL', '2XL', 'XXL', '36', '36.5', '36 EU', 'Tall'),
    fc.string(),
  );
  fc.assert(
    fc.property(size, size, size, (a, b, c) => {
      expect(Math.sign(compareSizes(a, b))).toBe(-Math.sign(compareSizes(b, a)) + 0);
      if (compareSizes(a, b) <= 0 && compareSizes(b, c) <= 0)
        expect(compareSizes(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});
