import { expect, test } from 'vitest';
import { spreadKinds } from './spread-kinds.ts';

/** Each product is a category's letter and a brand's number. */
function spread(list: string): string {
  const names = list.split(' ');
  const products = {
    itemOf: (productId: number) => productId,
    find: (itemId: number) => ({
      itemId,
      productId: itemId,
      categoryId: names[itemId]!.charCodeAt(0),
      brand: names[itemId]![1] ?? null,
      isSold: true,
    }),
  };
  return spreadKinds([...names.keys()], products)
    .map((at) => names[at])
    .join(' ');
}

test.each([
  ['leaves a mixed list alone', 'a1 b2 c3 d4 a1 b2', 'a1 b2 c3 d4 a1 b2'],
  [
    'four in a row are of different categories and brands',
    'a1 a2 b3 b4 c5 c6 d7 d8 e2',
    'a1 b3 c5 d7 a2 b4 c6 d8 e2',
  ],
  ['takes turns among few categories', 'a a a a b b b c c', 'a b c a b c a b a'],
  ['spreads the brands of a list of one category', 'a1 a1 a1 a2 a3 a2', 'a1 a2 a3 a1 a2 a1'],
  ['keeps the order of products that are all alike', 'a1 a1 a1', 'a1 a1 a1'],
  ['an empty list stays empty', '', ''],
])('%s', (_, list, wanted) => {
  expect(
    list === '' ? spreadKinds([], { itemOf: (id) => id, find: () => undefined }).join('') : spread(list),
  ).toBe(wanted);
});
