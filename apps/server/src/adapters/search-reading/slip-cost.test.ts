import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asHeard, slipCost, soundAlike } from './slip-cost.ts';

test.each([
  ['sope', 'soap', 1.5],
  ['sope', 'rope', 1],
  ['seet', 'seat', 0.5],
  ['walet', 'wallet', 0.5],
  ['hody', 'hoodie', 0.5],
  ['sefora', 'sephora', 0],
  ['netflicks', 'netflix', 0],
  ['nite', 'night', 0],
  ['nigth', 'night', 0.9],
  ['nitted', 'knitted', 0],
  ['sinnamon', 'cinnamon', 0.5],
  ['plaets', 'plates', 0.9],
  ['diner', 'liner', 1],
])('%s for %s costs %d', (typed, meant, cost) => {
  expect(slipCost(typed, meant)).toBe(cost);
});

test('is symmetric, and zero for the word itself', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 's', 'y'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(slipCost(one, other)).toBe(slipCost(other, one));
      expect(slipCost(one, one)).toBe(0);
    }),
  );
});

test('words that differ only in vowels and doubled letters sound alike', () => {
  expect(soundAlike('diner', 'dinner')).toBe(true);
  expect(soundAlike('creme', 'cream')).toBe(true);
  expect(soundAlike('hoses', 'roses')).toBe(false);
  expect(soundAlike('cap', 'cup')).toBe(true);
  expect(asHeard('beeny')).toEqual(['beeny', 'beenie']);
  expect(asHeard('sefora')).toEqual(['sefora', 'sephora']);
  expect(asHeard('netflicks')).toContain('netflix');
});
