import type { Signals } from '@kindred/contracts';
import { diversify, fuseRankings } from '@kindred/recommender';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import { findHistory, type Shopper } from '../interactions/index.ts';
import type { AssignArm } from './arm.ts';
import { kindsOf } from './kinds-of.ts';
import { modelOfItems } from './model-of-items.ts';
import { orderPersonally } from './personal-ranking.ts';
import { usualSpread } from './policies.ts';

export interface RankRequest {
  readonly shopper: Shopper;
  readonly productIds: readonly number[];
  /** Whether the given order is by relevance for a text. If so, it counts as much as the shopper's taste. */
  readonly ranksByText: boolean;
  /** Later actions of the shopper are ignored. Undefined means up to now. */
  readonly readUntil: Date | undefined;
}

export interface Ranking {
  /** All given products that are listed. */
  readonly productIds: readonly number[];
  readonly readAt: Date;
}

export interface RankDependencies {
  readonly db: Database;
  readonly listedProducts: ListedProductsReader;
  readonly assignArm: AssignArm;
  readonly readSignals: () => Promise<Signals>;
}

/** Whether a model is active and the shopper can be identified. */
export function mayRank({ assignArm }: Pick<RankDependencies, 'assignArm'>, shopper: Shopper): boolean {
  const isKnown = shopper.userId !== undefined || shopper.visitorId !== undefined;
  return isKnown && assignArm(shopper).model !== undefined;
}

/**
 * Ranks products for a shopper, with some variety, with one query. Products that the model does not know or that the shopper owns get no
 * personal score: they keep their place in the given order, or come last if that order means little.
 * @returns undefined if there is no model, or if it has no scores for this shopper and these products
 */
export async function rankForShopper(
  { db, listedProducts, assignArm, readSignals }: RankDependencies,
  { shopper, productIds, ranksByText, readUntil }: RankRequest,
): Promise<Ranking | undefined> {
  const { model } = assignArm(shopper);
  if (!model || !mayRank({ assignArm }, shopper) || productIds.length === 0) return undefined;
  const signals = await readSignals();
  const [history, products] = await Promise.all([
    findHistory(db, shopper, { signals, until: readUntil }),
    listedProducts.read(),
  ]);
  const productsOf = Map.groupBy(productIds.filter(products.has), products.itemOf);
  const items = [...productsOf.keys()];
  const wanted = { among: items, exclude: new Set(history.owned), k: items.length };
  const liked = orderPersonally(modelOfItems(model, products), history, wanted).map(({ itemId }) => itemId);
  if (liked.length === 0) return undefined;

  const ranking = ranksByText ? fuseRankings(items, liked) : [...new Set([...liked, ...items])];
  const varied = diversify(
    ranking.map((itemId) => ({ itemId })),
    { groupsOf: (itemId) => kindsOf(products, itemId), ...usualSpread },
  );
  return { productIds: varied.flatMap(({ itemId }) => productsOf.get(itemId)!), readAt: history.readAt };
}
