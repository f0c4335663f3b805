import { diversify, fuseRankings } from '@kindred/recommender';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import { findHistory, type Shopper } from '../interactions/index.ts';
import type { AssignArm } from './arm.ts';
import { modelOfItems } from './model-of-items.ts';
import { rankPersonally } from './personal-ranking.ts';
import { usualSpread } from './policies.ts';
import { kindsOf } from './recommend.ts';

export interface RankRequest {
  readonly shopper: Shopper;
  readonly productIds: readonly number[];
  /** Whether the order given says how well each fits a text; it then counts as much as the shopper's taste. */
  readonly ranksByText: boolean;
  /** What the shopper did later is left out. Undefined: up to now. */
  readonly readUntil: Date | undefined;
}

export interface Ranking {
  /** All that were given and are listed. */
  readonly productIds: readonly number[];
  readonly readAt: Date;
}

export interface RankDependencies {
  readonly db: Database;
  readonly listedProducts: ListedProductsReader;
  readonly assignArm: AssignArm;
}

/** Whether there is a model, and something to know the shopper by. */
export function mayRank({ assignArm }: Pick<RankDependencies, 'assignArm'>, shopper: Shopper): boolean {
  const isKnown = shopper.userId !== undefined || shopper.visitorId !== undefined;
  return isKnown && assignArm(shopper).model !== undefined;
}

/**
 * Puts products into the order that fits a shopper, with some variety, by one query. Those that the model does not know, and those
 * that the shopper owns, are nobody's favourites: they stand where the order given puts them, after the rest when it says little.
 * @returns undefined when there is no model, or it has nothing to say about this shopper and these products
 */
export async function rankForShopper(
  { db, listedProducts, assignArm }: RankDependencies,
  { shopper, productIds, ranksByText, readUntil }: RankRequest,
): Promise<Ranking | undefined> {
  const { model } = assignArm(shopper);
  if (!model || !mayRank({ assignArm }, shopper) || productIds.length === 0) return undefined;
  const [history, products] = await Promise.all([findHistory(db, shopper, readUntil), listedProducts.read()]);
  const productsOf = Map.groupBy(productIds.filter(products.has), products.itemOf);
  const items = [...productsOf.keys()];
  const wanted = { among: items, exclude: new Set(history.owned), k: items.length };
  const liked = rankPersonally(modelOfItems(model, products), { shopper, history }, wanted).map(
    ({ itemId }) => itemId,
  );
  if (liked.length === 0) return undefined;

  const ranking = ranksByText ? fuseRankings(items, liked) : [...new Set([...liked, ...items])];
  const varied = diversify(
    ranking.map((itemId) => ({ itemId })),
    { groupsOf: (itemId) => kindsOf(products, itemId), ...usualSpread },
  );
  return { productIds: varied.flatMap(({ itemId }) => productsOf.get(itemId)!), readAt: history.readAt };
}
