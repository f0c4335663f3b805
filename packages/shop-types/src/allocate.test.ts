import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';

const weights = fc.array(fc.oneof(fc.nat(1_000), fc.nat(Number.MAX_SAFE_INTEGER)), {
  minLength: 1,
  maxLength: 30,
});
const total = fc.oneof(fc.nat(1_000), fc.nat(Number.MAX_SAFE_INTEGER));
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + BigInt(part), 0n);
const runs = { numRuns: 2_000 };

test('gives a remainder to the largest fractions, and to the first among equals', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6]);
  expect(allocate(5, [0, 0])).toEqual([5, 0]);
  expect(allocate(0, [])).toEqual([]);
});

test('the parts are integers that add up to the total', () => {
  fc.assert(
    fc.property(total, weights, (all, shares) => {
      const parts = allocate(all, shares);
      expect(parts.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
      expect(sum(parts)).toBe(BigInt(all));
    }),
    runs,
  );
});

test('no part is a whole unit away from its exact share', () => {
  fc.assert(
    fc.property(total, weights, (all, shares) => {
      fc.pre(sum(shares) > 0n);
      const parts = allocate(all, shares);
      parts.forEach((part, index) => {
        const away = BigInt(part) * sum(shares) - BigInt(all) * BigInt(shares[index]);
        expect((away < 0n ? -away : away) < sum(shares)).toBe(true);
        if (shares[index] === 0) expect(part).toBe(0);
      });
    }),
    runs,
  );
});

test('a total within the sum of the weights gives no part more than its weight', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 20 }), fc.nat(1_000), (shares, part) => {
      const all = Math.floor((Number(sum(shares)) * part) / 1_000);
      expect(allocate(all, shares).every((got, index) => got <= shares[index])).toBe(true);
    }),
    runs,
  );
});

test('a negative total is split as its opposite is', () => {
  fc.assert(
    fc.property(total, weights, (all, shares) => {
      expect(allocate(all === 0 ? 0 : -all, shares)).toEqual(
        allocate(all, shares).map((part) => (part === 0 ? 0 : -part)),
      );
    }),
  );
});

test('says what cannot be split', () => {
  expect(() => allocate(1.5, [1])).toThrow('1.5 is not a safe integer');
  expect(() => allocate(1, [-1])).toThrow('The weight -1');
  expect(() => allocate(1, [])).toThrow('without weights');
});
