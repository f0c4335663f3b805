import type { RecommendedItem } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { menuHref, menuSubjectOf } from './menu-address.ts';

const itemWith = (reason: RecommendedItem['reason']) =>
  ({ product: { product_id: 7 }, reason }) as RecommendedItem;
const subjectIn = (href: string) => menuSubjectOf(new URL(href, 'http://shop.test').searchParams);

test('the address of a card’s menu names the product, and the reason that the shopper can switch off', () => {
  const viewed = { code: 'because-you-viewed', text: '', product_id: 3, can_be_switched_off: true };
  expect(subjectIn(menuHref(itemWith(viewed)))).toEqual({ productId: 7, code: viewed.code, because: 3 });
  const similar = { code: 'similar-to', text: '', product_id: 3, can_be_switched_off: false };
  expect(subjectIn(menuHref(itemWith(similar)))).toEqual({ productId: 7, code: similar.code, because: null });
});

test('an address without a product is not about one', () => {
  for (const search of ['', '?about=', '?about=mug', '?about=-1', '?because=3'])
    expect(subjectIn(`/recommendations${search}`)).toBeUndefined();
});
