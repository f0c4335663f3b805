import { expect, test } from 'vitest';
import { beginsLike } from './similar-beginning.ts';

test.each([
  ['hammock', 'hamm', 'as it is'],
  ['hammock', 'hamock', 'with a letter less'],
  ['hammock', 'ammo', 'without its first letter'],
  ['hammock', 'hammmo', 'with a letter more'],
  ['hammock', 'hanmo', 'with another letter'],
  ['hammock', 'hmamo', 'with two letters swapped'],
  ['hammock', 'hammocks', 'with a letter at the end'],
])('%s begins like %s: %s', (word, typed) => {
  expect(beginsLike(word, typed)).toBe(true);
});

test.each([
  ['hammock', 'hxxmock'],
  ['hammock', 'mock'],
  ['hammock', 'ax'],
  ['ham', 'hammock'],
])('%s does not begin like %s', (word, typed) => {
  expect(beginsLike(word, typed)).toBe(false);
});
