/** @file The middle of a recommendation, from the context to the ranked items with their reasons. No card is read yet. */
import { diversify } from '@kindred/recommender';
import type { RulesOfShelf } from '../shelf-rules/index.ts';
import { boost } from './boost.ts';
import { type Explained, explain } from './cards.ts';
import { gather } from './gather.ts';
import { kindsOf } from './kinds-of.ts';
import { pinnedOn, without } from './pins.ts';
import type { Policy, ShelfContext } from './policy.ts';
import { type Sieve, sieveOf } from './sieve.ts';
import type { WithinTime } from './within-time.ts';

export interface Ranking {
  /** More than a page shows, because some may have been sold out or unlisted a moment ago. */
  readonly explained: readonly Explained[];
  readonly pinned: RulesOfShelf['pins'];
  readonly sieve: Sieve;
  /** How many candidates there were. */
  readonly found: number;
  /** Whether other candidates could fill later pages. */
  readonly hasOthers: boolean;
  /** Nothing follows this page. */
  readonly isLast: boolean;
}

export interface RankOptions {
  readonly merchant: RulesOfShelf;
  readonly limit: number;
  /** The items on the previous pages. */
  readonly shown: readonly number[];
  /** Other items that the shelf does not show. */
  readonly left: readonly number[];
  /** Whether it leaves out what the policy only avoids. */
  readonly avoids: boolean;
  readonly within: WithinTime;
  /** Called when the candidates are there. */
  readonly onGathered: () => void;
}

const spare = 4;

export async function rank(
  policy: Policy,
  context: ShelfContext,
  { merchant, limit, shown, left, avoids, within, onGathered }: RankOptions,
): Promise<Ranking> {
  const { products } = context;
  const enough = limit + spare + 1;
  const sieve = sieveOf(policy, context, { left: [...shown, ...left], merchant, avoids });
  const pinned = pinnedOn({ shown, limit }, merchant, sieve);
  const { candidates, hasOthers, isLast } = await gather(policy, context, {
    sieve: without(sieve, pinned),
    isFirst: shown.length === 0,
    limit,
    enough,
    within,
  });
  onGathered();
  const ranked = diversify(boost(candidates, context, merchant), {
    groupsOf: (itemId) => kindsOf(products, itemId),
    ...policy.spread,
    after: shown,
    take: enough,
  });
  return { explained: explain(ranked, context), pinned, sieve, found: candidates.length, hasOthers, isLast };
}
