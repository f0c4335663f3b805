import { diversify, fuseRankings, type RecommenderModel } from '@kindred/recommender';
import type { Database } from '../../platform/postgres/database.ts';
import { type CatalogEntry, findEntries } from '../catalog/index.ts';
import { findHistory, type History, type Shopper } from './history-repository.ts';

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
  readonly entries: ReadonlyMap<number, CatalogEntry>;
  readonly readAt: Date;
}

interface RankDependencies {
  readonly db: Database;
  readonly activeModel: () => RecommenderModel | undefined;
}

/** Whether there is a model, and something to know the shopper by. */
export function mayRank({ activeModel }: Pick<RankDependencies, 'activeModel'>, shopper: Shopper): boolean {
  return activeModel() !== undefined && (shopper.userId !== undefined || shopper.visitorId !== undefined);
}

/** Of any five neighbours, three at the most are of one leaf category, and three of one brand. */
const spread = { window: 5, limit: 3 };

/**
 * Puts products into the order that fits a shopper, with some variety, by two queries at the most. Those that the model does not
 * know, and those that the shopper owns, are nobody's favourites: they stand where the order given puts them, after the rest when
 * it says little.
 * @returns undefined when there is no model, or it has nothing to say about this shopper and these products
 */
export async function rankForShopper(
  { db, activeModel }: RankDependencies,
  { shopper, productIds, ranksByText, readUntil }: RankRequest,
): Promise<Ranking | undefined> {
  const model = activeModel();
  if (!model || !mayRank({ activeModel }, shopper) || productIds.length === 0) return undefined;
  const history = await findHistory(db, shopper, readUntil);
  const liked = likedAmong(productIds, { model, userId: shopper.userId, history });
  if (liked.length === 0) return undefined;

  const entries = await findEntries(db, productIds);
  const ranking = ranksByText ? fuseRankings(productIds, liked) : [...new Set([...liked, ...productIds])];
  const varied = diversify(
    ranking.filter((productId) => entries.has(productId)).map((itemId) => ({ itemId })),
    { groupsOf: (productId) => kindsOf(entries.get(productId)!), ...spread },
  );
  return { productIds: varied.map(({ itemId }) => itemId), entries, readAt: history.readAt };
}

/** The best liked first; without what the model does not know. */
function likedAmong(
  productIds: readonly number[],
  { model, userId, history }: { model: RecommenderModel; userId: string | undefined; history: History },
): number[] {
  const { viewed, owned } = history;
  const among = { among: productIds, exclude: new Set(owned), k: productIds.length };
  const learnt = userId === undefined ? [] : model.recommendForUser({ userId, recent: viewed, ...among });
  const liked =
    learnt.length > 0 ? learnt : model.recommendForHistory({ history: [...viewed, ...owned], ...among });
  return liked.map(({ itemId }) => itemId);
}

const kindsOf = ({ categoryId, product }: CatalogEntry): (number | string)[] =>
  [categoryId, product.brand].filter((kind) => kind !== null);
