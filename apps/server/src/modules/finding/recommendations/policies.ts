/** @file The policy of each slot. */
import type { RecommendationContext } from '@kindred/contracts';
import type { Policy, Rule, Source } from './policy.ts';
import { isAnotherItem, isNotSeen, isNotTheirs, isSold } from './rules.ts';
import { goesWith, likedTogether } from './sources/goes-with.ts';
import { popularInCategory, trendingInCategory } from './sources/in-category.ts';
import { personal } from './sources/personal.ts';
import { anySold, popular } from './sources/popular.ts';
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

/** What is on no shelf. */
const always: readonly Rule[] = [isSold, isNotTheirs];

/**
 * Says for each slot what it shows. A page is of one rung: the first that still has `least` items, or else the fullest (`gather.ts`). The `rules` leave items out,
 * `spread` reorders them as far as possible, and `recommend.ts` drops what is no longer for sale. `otherwise` keeps a shelf from being empty
 * as long as something is for sale, and `avoids` are rules that do not count then.
 */
export function createPolicies({
  trend,
  added = [],
}: {
  trend: TrendReader;
  added?: readonly AddedSource[];
}): Policies {
  const everybodys = [[trending(trend)], [popular]];
  const forPerson: Policy = {
    name: 'personal',
    rungs: [[personal, seenKinds], ...everybodys],
    otherwise: [[anySold]],
    least: 4,
    rules: always,
    avoids: [isNotSeen],
    spread: usualSpread,
  };
  const similarTo: Policy = {
    name: 'similar',
    rungs: [[similar], [sameCategory]],
    otherwise: [[trendingInCategory(trend)], ...everybodys, [anySold]],
    least: 1,
    rules: [...always, isAnotherItem],
    avoids: [],
    spread: usualSpread,
  };
  const withSeveral = (code: string, text: string): Policy => ({
    ...forPerson,
    name: 'with-several',
    rungs: [[goesWith({ code, text })], ...forPerson.rungs],
    rules: [...forPerson.rules, isAnotherItem],
  });
  const policies: Policies = {
    home: forPerson,
    'search-empty': forPerson,
    mail: forPerson,
    product: similarTo,
    'product-similar': similarTo,
    'product-goes-with': {
      ...similarTo,
      name: 'goes-with',
      rungs: [[goesWith({ code: 'goes-with', text: 'Goes with it' })], [likedTogether]],
    },
    cart: withSeveral('goes-with-your-cart', 'Goes with your cart'),
    'order-confirmation': withSeveral('goes-with-your-order', 'Goes with your order'),
    category: {
      name: 'category',
      rungs: [[trendingInCategory(trend)], [popularInCategory]],
      otherwise: [...everybodys, [anySold]],
      least: 4,
      rules: always,
      avoids: [],
      spread: usualSpread,
    },
    trending: {
      name: 'trending',
      rungs: everybodys,
      otherwise: [[anySold]],
      least: 4,
      rules: always,
      avoids: [],
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
  return {
    ...policy,
    rungs: [[...best, ...placed('in-turn')], ...below, ...others],
    isSameForAll: added.length === 0,
  };
}
