import type { Notice, NoticeKind, Product } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { moneyOf } from '../catalog/product-card-props.tsx';

/** The notice that a page offers: a lower price if the product is available, otherwise its return. */
export function noticeKindOf({ availability }: Pick<Product, 'availability'>): NoticeKind {
  return availability === 'in-stock' || availability === 'low-stock' ? 'price-drop' : 'back-in-stock';
}

/** A notice in words for its owner. */
export function noticeText({ kind, price }: Pick<Notice, 'kind' | 'price'>): string {
  if (kind === 'back-in-stock') return 'We will email you when it is available again.';
  const money = moneyOf(price);
  return money
    ? `We will email you when the price drops below ${formatMoney(money)}.`
    : 'We will email you when the price drops.';
}
