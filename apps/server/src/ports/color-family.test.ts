import { expect, test } from 'vitest';
import { withColorFamilies } from './color-family.ts';

test.each([
  [{ color: ['Sea Green'] }, { color: ['Sea Green'], color_family: ['green'] }],
  [{ color: ['Sage', 'Navy', 'Moss'] }, { color: ['Sage', 'Navy', 'Moss'], color_family: ['green', 'blue'] }],
  [{ color: ['Plaid'] }, { color: ['Plaid'] }],
  [{ brand: ['Blue'] }, { brand: ['Blue'] }],
])('the families of %j are %j', (given, wanted) => {
  for (const _ of [1, 2]) expect(withColorFamilies(given)).toEqual(wanted);
});
