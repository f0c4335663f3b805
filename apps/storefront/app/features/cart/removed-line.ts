/** @file Without JavaScript, the cart's address names the removed product, so that the page can offer to restore it. */
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { parseProductId, productPath } from '../../shared/paths.ts';
import { type CartChange, cartPath, mostOfOne } from './cart-change.ts';

export interface RemovedLine {
  productId: number;
  title: string;
  href: string;
  quantity: number;
}

/** Where the browser goes after a cart form that it sent without JavaScript. */
export function whereTo({ kind, productId, quantity, was }: CartChange): string {
  switch (kind) {
    case 'set-quantity':
      return quantity === 0 ? `${cartPath}?removed=${productId}&quantity=${was}` : cartPath;
    case 'save-for-later':
    case 'remove-saved':
      return `${cartPath}#saved`;
    default:
      return cartPath;
  }
}

export async function loadRemoved(
  { api, optional }: Pick<ApiAnswers, 'api' | 'optional'>,
  search: URLSearchParams,
): Promise<RemovedLine | null> {
  const productId = parseProductId(search.get('removed') ?? '');
  const quantity = Number(search.get('quantity'));
  if (productId === undefined || !Number.isInteger(quantity) || quantity < 1 || quantity > mostOfOne)
    return null;
  const product = await optional(api.product(productId));
  return product && { productId, title: product.title, href: productPath(product), quantity };
}
