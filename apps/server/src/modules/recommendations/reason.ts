import type { ProductSummary, RecommendationReason } from '@kindred/contracts';
import type { CandidateReason } from '@kindred/recommender';

const longestName = 60;

const plainTexts = { 'picked-for-you': 'Picked for you', 'trending-now': 'Trending now', popular: 'Popular' };

function shortName(title: string): string {
  if (title.length <= longestName) return title;
  const cut = title.slice(0, longestName);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/[\s,;:–-]+$/, '')} …`;
}

/** Puts a reason into words. A reason whose product is no longer listed falls back to what is still true. */
export function reasonOf(
  reason: CandidateReason,
  productOf: (itemId: number) => ProductSummary | undefined,
): RecommendationReason {
  if (!('itemId' in reason)) return { code: reason.code, text: plainTexts[reason.code], product_id: null };
  const product = productOf(reason.itemId);
  if (!product) return { code: 'picked-for-you', text: plainTexts['picked-for-you'], product_id: null };
  const name = shortName(product.title);
  const texts = {
    'because-you-viewed': `Because you viewed ${name}`,
    'because-you-reviewed': `Because you reviewed ${name}`,
    'similar-to': `Similar to ${name}`,
  };
  return { code: reason.code, text: texts[reason.code], product_id: reason.itemId };
}
