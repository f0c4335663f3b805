import { countOf, listOf } from '../../shared/in-words.ts';
import { mostCompared } from './compare-list.ts';
import type { Comparison } from './load-comparison.ts';

/** Why products of the address are not shown, one sentence each. */
export function leftOutTexts({
  goneCount,
  otherKinds,
  hasMore,
}: Pick<Comparison, 'goneCount' | 'otherKinds'> & { hasMore: boolean }): string[] {
  return [
    ...(goneCount > 0
      ? [`${countOf(goneCount, 'product')} ${goneCount === 1 ? 'is' : 'are'} no longer in the shop.`]
      : []),
    ...(otherKinds.length > 0
      ? [`You can compare products of one kind. We left out ${listOf(otherKinds)}.`]
      : []),
    ...(hasMore ? [`You can compare up to ${mostCompared} products. We left out the rest.`] : []),
  ];
}
