/** @file Two fields in the address of a recommended card say which recommendation led to the product. */
import type { RecommendedItem, ShopEvent } from '@kindred/contracts';
import { productPath } from '../../shared/paths.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param product another variant of the recommended product */
export function recommendedHref(
  item: RecommendedItem,
  requestId: string,
  product: Parameters<typeof productPath>[0] = item.product,
): string {
  return `${productPath(product)}?rid=${requestId}&pos=${item.position}`;
}

export interface RecommendedCard {
  readonly request_id: string;
  readonly position: number;
}

/** The card whose address `recommendedHref` made; undefined for any other address. */
export function cardOf(search: URLSearchParams): RecommendedCard | undefined {
  const requestId = search.get('rid') ?? '';
  const position = Number(search.get('pos'));
  if (!uuid.test(requestId) || !Number.isInteger(position) || position < 1 || position > 1000)
    return undefined;
  return { request_id: requestId, position };
}

/** The click event of an address that `recommendedHref` made; undefined for any other address. */
export function clickOf(search: URLSearchParams, productId: number): ShopEvent | undefined {
  const card = cardOf(search);
  return card && { kind: 'click', product_id: productId, ...card };
}
