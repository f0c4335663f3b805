import { expect, test } from 'vitest';
import { variedItems } from './varied-items.ts';

const titled = (...titles: string[]) => titles.map((title) => ({ product: { title } }));
const titles = (items: { product: { title: string } }[]) => items.map((item) => item.product.title);

test('prefers items that share no words with those already picked', () => {
  const items = titled('Linen Notebook, A6', 'Dotted Notebook, A6', 'Rope Toy', 'Linen Shirt', 'Masala Chai');
  expect(titles(variedItems(items, 3))).toEqual(['Linen Notebook, A6', 'Rope Toy', 'Masala Chai']);
});

test('returns all items if there are too few', () => {
  expect(variedItems([], 3)).toEqual([]);
  expect(titles(variedItems(titled('Mug', 'Mug'), 3))).toEqual(['Mug', 'Mug']);
});
