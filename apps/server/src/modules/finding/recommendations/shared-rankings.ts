/** @file Rankings for shoppers of whom nothing is known: they are the same for all, and most visitors of a shop are new. */
import { LRUCache } from 'lru-cache';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { isEmpty } from '../interactions/index.ts';
import type { ShelfRule } from '../shelf-rules/index.ts';
import type { Policy, ShelfContext } from './policy.ts';
import type { Ranking, RankOptions } from './rank.ts';

/** At about three kilobytes. */
const most = 5_000;
/** A key with more items than that would hardly be asked for twice. */
const mostNamed = 60;

/** What rankings come from, besides their key. */
interface Basis {
  readonly products: ListedProducts;
  readonly rules: readonly ShelfRule[];
}

export interface SharedRankings {
  /**
   * Returns the kept ranking of a shelf, or makes it.
   * @param make returns the ranking, and whether it is whole: it is not kept if a source failed or was late
   */
  get(
    shelf: Shelf,
    basis: Basis,
    make: () => Promise<{ ranking: Ranking; isWhole: boolean }>,
  ): Promise<Ranking>;
}

export interface Shelf {
  readonly slot: string;
  readonly policy: Policy;
  readonly context: ShelfContext;
  readonly options: Pick<RankOptions, 'merchant' | 'limit' | 'shown' | 'left' | 'avoids'>;
}

/** Keeps rankings until the products in memory are read again, which happens twice a minute, or the merchant's rules change. */
export function createSharedRankings(): SharedRankings {
  const kept = new LRUCache<string, Ranking>({ max: most });
  let keptFor: Basis | undefined;
  const isCurrent = ({ products, rules }: Basis) => keptFor?.products === products && keptFor.rules === rules;
  return {
    async get(shelf, basis, make) {
      const key = keyOf(shelf, basis);
      if (key === undefined) return (await make()).ranking;
      if (!isCurrent(basis)) {
        kept.clear();
        keptFor = basis;
      }
      const known = kept.get(key);
      if (known) return known;
      const { ranking, isWhole } = await make();
      if (isWhole && isCurrent(basis)) kept.set(key, ranking);
      return ranking;
    },
  };
}

/** Returns undefined if the ranking is for this shopper only. */
function keyOf({ slot, policy, context, options }: Shelf, { rules }: Basis): string | undefined {
  const { history, itemId, productId, seeds, category, model } = context;
  const { merchant, limit, shown, left, avoids } = options;
  const isShared = policy.isSameForAll === true && isEmpty(history);
  if (!isShared || seeds.length + shown.length + left.length > mostNamed) return undefined;
  const rulesNow = merchant.current.map((rule) => rules.indexOf(rule));
  return [
    ...[slot, itemId, productId, category?.categoryId, model?.version, limit, avoids],
    ...[seeds, shown, left, rulesNow].map((numbers) => numbers.join()),
  ].join(' ');
}
