/** @file The address of the page that has the choices of a card's menu, for a browser without JavaScript. */
import type { RecommendedItem } from '@kindred/contracts';
import { parseProductId } from '../../shared/paths.ts';

/** The product that the page is about, and the reason on its card. */
export interface MenuSubject {
  readonly productId: number;
  readonly code: string;
  /** The product that led to it, if the shopper can switch that reason off. */
  readonly because: number | null;
}

export function menuHref({ product, reason }: Pick<RecommendedItem, 'product' | 'reason'>): string {
  const search = new URLSearchParams({ about: String(product.product_id), why: reason.code });
  if (reason.can_be_switched_off && reason.product_id !== null)
    search.set('because', String(reason.product_id));
  return `/recommendations?${search}`;
}

/** Reads an address that `menuHref` made; undefined for any other. */
export function menuSubjectOf(search: URLSearchParams): MenuSubject | undefined {
  const productId = parseProductId(search.get('about') ?? '');
  if (productId === undefined) return undefined;
  return {
    productId,
    code: search.get('why') ?? '',
    because: parseProductId(search.get('because') ?? '') ?? null,
  };
}
