import type { RecommendationReason } from '@kindred/contracts';
import type { Reason } from './policy.ts';

const longestName = 60;

function shortName(title: string): string {
  if (title.length <= longestName) return title;
  const cut = title.slice(0, longestName);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/[\s,;:–-]+$/, '')} …`;
}

/** @param titleOf returns undefined for a product that is no longer listed. Then the reason names no product, because the shopper could not open it. */
export function reasonOf(
  { code, text, productId }: Reason,
  titleOf: (productId: number) => string | undefined,
): RecommendationReason {
  if (productId === undefined) return { code, text, product_id: null, can_be_switched_off: false };
  const title = titleOf(productId);
  if (title === undefined)
    return { code: 'picked-for-you', text: 'Picked for you', product_id: null, can_be_switched_off: false };
  return {
    code,
    text: text.replace('{item}', () => shortName(title)),
    product_id: productId,
    can_be_switched_off: /^because-/.test(code),
  };
}
