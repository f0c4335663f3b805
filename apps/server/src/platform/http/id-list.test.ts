import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeIds, encodeIds } from './id-list.ts';

const id = fc.integer({ min: 1, max: 2_147_483_647 });

test('decodes what it encoded, in order', () => {
  fc.assert(
    fc.property(fc.array(id), (ids) => {
      expect(decodeIds(encodeIds(ids))).toEqual(ids);
    }),
  );
});

test('three hundred ids that differ by thousands take about two bytes each', () => {
  const ids = Array.from({ length: 300 }, (_, index) => 1 + ((index * 7_919) % 10_000));
  expect(encodeIds(ids).length).toBeLessThan(300 * 3);
});

test('for any other text, returns valid ids or undefined', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]{0,40}$/)), (text) => {
      for (const one of decodeIds(text) ?? []) {
        expect(Number.isInteger(one)).toBe(true);
        expect(one).toBeGreaterThan(0);
        expect(one).toBeLessThan(2 ** 31);
      }
    }),
    { numRuns: 1_000 },
  );
});
