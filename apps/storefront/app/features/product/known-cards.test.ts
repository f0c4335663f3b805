import { expect, test } from 'vitest';
import type { CardProduct } from '../catalog/product-card-props.tsx';
import { knownCardAt, rememberCards } from './known-cards.ts';

const card = (id: number, title = 'Mug') => ({ product_id: id, title }) as CardProduct;

test('knows the product of a page by its path', () => {
  rememberCards([card(12)]);
  expect(knownCardAt('/p/12/mug')?.title).toBe('Mug');
  expect(knownCardAt('/p/12')?.title).toBe('Mug');
  for (const path of ['/p/13/mug', '/p/12/mug/review', '/p/x', '/c/12', '/'])
    expect(knownCardAt(path)).toBeUndefined();
});

test('has the latest card of a product, and forgets the oldest products', () => {
  rememberCards([card(1), card(2)]);
  rememberCards([card(1, 'Tall mug')]);
  rememberCards(Array.from({ length: 299 }, (_, index) => card(100 + index)));
  expect(knownCardAt('/p/1')?.title).toBe('Tall mug');
  expect(knownCardAt('/p/2')).toBeUndefined();
});
