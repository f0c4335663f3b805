import type { Notice, NoticeKind, Product } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { moneyOf } from '../catalog/product-card-props.tsx';

/** What a page offers to be mailed about: the return of what cannot be bought, or a lower price of what can. */
export function noticeKindOf({ availability }: Pick<Product, 'availability'>): NoticeKind {
  return availability === 'in-stock' || availability === 'low-stock' ? 'price-drop' : 'back-in-stock';
}

/** Somebody's notice of a product, in words. */
export function noticeText({ kind, price }: Pick<Notice, 'kind' | 'price'>): string {
  if (kind === 'back-in-stock') return 'We mail you when it can be bought again.';
  const money = moneyOf(price);
  return money
    ? `We mail you when the price falls below ${formatMoney(money)}.`
    : 'We mail you when the price falls.';
}
