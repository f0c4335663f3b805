import { expect, test } from 'vitest';
import { brandOfPath, brandPath, reviewPath } from './paths.ts';

test('the page to review a product has a part for the title, whatever the title is', () => {
  expect(reviewPath({ product_id: 7, title: '茶碗' })).toBe('/p/7/-/review');
  expect(reviewPath({ product_id: 7, title: 'Tea bowl' })).toBe('/p/7/tea-bowl/review');
});

test.each(['Ono', 'a/b', '%2F', '100% %zz', "Pat's & Söhne?#", '茶'])(
  'the path of the brand %s leads to it',
  (brand) => {
    expect(brandOfPath(new URL(brandPath(brand), 'http://shop.test').pathname)).toBe(brand);
  },
);

test('a path that nobody encoded is of no brand, and a brand of dots is found by a filter', () => {
  expect(brandOfPath('/b/%zz')).toBeUndefined();
  expect(brandPath('..')).toBe('/search?brand=..');
});
