import type { RecommendationReason } from '@kindred/contracts';
import type { CandidateReason } from '@kindred/recommender';

const longestName = 60;

function shortName(title: string): string {
  if (title.length <= longestName) return title;
  const cut = title.slice(0, longestName);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/[\s,;:–-]+$/, '')} …`;
}

/** @param titleOf undefined: no longer listed. Nothing is said then: what a reason names has to be there to be looked at. */
export function reasonOf(
  { code, text, itemId }: CandidateReason,
  titleOf: (itemId: number) => string | undefined,
): RecommendationReason {
  if (itemId === undefined) return { code, text, product_id: null };
  const title = titleOf(itemId);
  if (title === undefined) return { code: 'picked-for-you', text: 'Picked for you', product_id: null };
  return { code, text: text.replace('{item}', () => shortName(title)), product_id: itemId };
}
