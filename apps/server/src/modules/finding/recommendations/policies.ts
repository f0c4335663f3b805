/** @file The policy of each slot. */
import type { RecommendationContext } from '@kindred/contracts';
import type { Policy, Source } from './policy.ts';
import { isAnotherItem, isNewToThem, isSold } from './rules.ts';
import { foldedIn, learnt } from './sources/personal.ts';
import { popular } from './sources/popular.ts';
import { sameCategory } from './sources/same-category.ts';
import { seenKinds } from './sources/seen-kinds.ts';
import { similar } from './sources/similar.ts';
import { trending } from './sources/trending.ts';
import type { TrendReader } from './trend.ts';

export type Policies = Readonly<Record<RecommendationContext, Policy>>;

/** At most three of five neighbours are of one category, and at most three of one brand. */
export const usualSpread = { window: 5, limit: 3 };

/** A source that an extension adds, and its place. */
export interface AddedSource {
  readonly source: Source;
  readonly slots: readonly RecommendationContext[];
  /** `in-turn`: it takes turns with the best rung of the shelf; `below`: it is a rung below. */
  readonly place: 'in-turn' | 'below';
}

/**
 * Says for each slot what it shows. A page is of one rung: the first that still has `least` items, or else the fullest (`gather.ts`). The `rules` leave items out,
 * `spread` reorders them as far as possible, and `recommend.ts` drops what is no longer for sale.
 */
export function createPolicies({
  trend,
  added = [],
}: {
  trend: TrendReader;
  added?: readonly AddedSource[];
}): Policies {
  const personal: Policy = {
    name: 'personal',
    isPersonal: true,
    rungs: [[seenKinds, learnt, foldedIn], [trending(trend)], [popular]],
    least: 4,
    rules: [isSold, isNewToThem],
    spread: usualSpread,
  };
  const policies: Policies = {
    home: personal,
    cart: personal,
    product: {
      name: 'similar',
      isPersonal: false,
      rungs: [[similar], [sameCategory]],
      least: 1,
      rules: [isSold, isAnotherItem],
      spread: usualSpread,
    },
    trending: {
      name: 'trending',
      isPersonal: false,
      rungs: [[trending(trend)], [popular]],
      least: 4,
      rules: [isSold],
      spread: { window: 5, limit: 2 },
    },
  };
  const slots = Object.keys(policies) as RecommendationContext[];
  return Object.fromEntries(
    slots.map((slot) => [
      slot,
      withAdded(
        policies[slot],
        added.filter(({ slots }) => slots.includes(slot)),
      ),
    ]),
  ) as Policies;
}

function withAdded(policy: Policy, added: readonly AddedSource[]): Policy {
  const placed = (where: AddedSource['place']) =>
    added.filter(({ place }) => place === where).map(({ source }) => source);
  const [best, ...others] = policy.rungs;
  const below = placed('below').map((source) => [source]);
  return { ...policy, rungs: [[...best, ...placed('in-turn')], ...below, ...others] };
}
