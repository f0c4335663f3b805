import type { ProductSummary, RecommendationReason } from '@kindred/contracts';
import type { CandidateReason } from '@kindred/recommender';

const longestName = 60;

const plainTexts = { picked_for_you: 'Picked for you', trending_now: 'Trending now', popular: 'Popular' };

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
  if (!product) return { code: 'picked_for_you', text: plainTexts.picked_for_you, product_id: null };
  const name = shortName(product.title);
  const texts = {
    because_you_viewed: `Because you viewed ${name}`,
    because_you_reviewed: `Because you reviewed ${name}`,
    similar_to: `Similar to ${name}`,
  };
  return { code: reason.code, text: texts[reason.code], product_id: reason.itemId };
}
