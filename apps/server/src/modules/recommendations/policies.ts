/** @file The policy of each slot. */
import type { RecommendationContext } from '@kindred/contracts';
import type { Policy } from './policy.ts';
import { isAnotherProduct, isNewToThem, isSold } from './rules.ts';
import { foldedIn } from './sources/folded-in.ts';
import { learnt } from './sources/learnt.ts';
import { popular } from './sources/popular.ts';
import { sameCategory } from './sources/same-category.ts';
import { seenKinds } from './sources/seen-kinds.ts';
import { similar } from './sources/similar.ts';
import { trending } from './sources/trending.ts';
import type { TrendReader } from './trend.ts';

export type Policies = Readonly<Record<RecommendationContext, Policy>>;

/** Of five neighbours, three at the most are of one category, and three of one brand. */
export const usualSpread = { window: 5, limit: 3 };

export function createPolicies({ trend }: { trend: TrendReader }): Policies {
  const personal: Policy = {
    name: 'personal',
    isPersonal: true,
    rungs: [[seenKinds, learnt, foldedIn], [trending(trend)], [popular]],
    least: 4,
    rules: [isSold, isNewToThem],
    spread: usualSpread,
  };
  return {
    home: personal,
    cart: personal,
    product: {
      name: 'similar',
      isPersonal: false,
      rungs: [[similar], [sameCategory]],
      least: 1,
      rules: [isSold, isAnotherProduct],
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
}
