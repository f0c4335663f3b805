import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestScored } from './best-scored.ts';

test('keeps what sorting all of them would keep', () => {
  const scored = fc.uniqueArray(
    fc.record({ itemId: fc.nat(1_000), score: fc.constantFrom(-1, 0, 0.25, 0.5, 3) }),
    { selector: ({ itemId }) => itemId },
  );
  fc.assert(
    fc.property(scored, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (items, k, n) => {
      const ids = Int32Array.from(items, ({ itemId }) => itemId);
      const scores = Float64Array.from(items, ({ score }) => score);
      const sorted = items.toSorted((a, b) => b.score - a.score || a.itemId - b.itemId);
      expect(bestScored(ids, scores, k)).toEqual(sorted.slice(0, k));
      const isWanted = (itemId: number) => itemId % n === 0;
      const wanted = sorted.filter(({ itemId }) => isWanted(itemId));
      expect(bestScored(ids, scores, k, isWanted)).toEqual(wanted.slice(0, k));
    }),
  );
});
