/** @file One function a source of candidates. Each may come up empty; the ladder in `recommend.ts` goes on. */
import type { Candidate, CandidateReason, RecommenderModel, ScoredItem } from '@kindred/recommender';
import type { Kin } from '../catalog/index.ts';
import type { PopularProduct } from './popularity-repository.ts';

interface Taste {
  readonly userId: string | undefined;
  /** Reviewed or bought, the newest first. */
  readonly owned: readonly number[];
  /** Looked at, the newest first. */
  readonly viewed: readonly number[];
  readonly exclude: ReadonlySet<number>;
  readonly k: number;
}

function because(model: RecommenderModel, { owned, viewed }: Taste, itemId: number): CandidateReason {
  const reason = model.strongestReason([...viewed, ...owned], itemId);
  if (reason === undefined) return { code: 'picked-for-you' };
  return { code: viewed.includes(reason) ? 'because-you-viewed' : 'because-you-reviewed', itemId: reason };
}

function explained(model: RecommenderModel, taste: Taste, source: 'model' | 'session') {
  return ({ itemId, score }: ScoredItem): Candidate => ({
    itemId,
    score,
    source,
    reason: because(model, taste, itemId),
  });
}

/** What the model learnt of this user, moved by what they looked at since. */
export function modelCandidates(model: RecommenderModel | undefined, taste: Taste): Candidate[] {
  const { userId, viewed, exclude, k } = taste;
  if (!model || userId === undefined) return [];
  return model.recommendForUser({ userId, recent: viewed, exclude, k }).map(explained(model, taste, 'model'));
}

/** For anyone the model has never met: their history is folded in. */
export function sessionCandidates(model: RecommenderModel | undefined, taste: Taste): Candidate[] {
  const { owned, viewed, exclude, k } = taste;
  const history = [...viewed, ...owned];
  if (!model || history.length === 0) return [];
  return model.recommendForHistory({ history, exclude, k }).map(explained(model, taste, 'session'));
}

/** More of the kinds just looked at, in the order that fits the whole history. */
export function kinCandidates(
  model: RecommenderModel | undefined,
  { viewed, exclude, k }: Taste,
  kin: readonly Kin[],
): Candidate[] {
  if (!model || viewed.length === 0) return [];
  const viewedBeside = new Map<number, number>();
  for (const { productId, kinIds } of [...kin].reverse())
    for (const itemId of kinIds) viewedBeside.set(itemId, productId);
  return model
    .recommendForHistory({ history: viewed, exclude, k, among: [...viewedBeside.keys()] })
    .map(({ itemId, score }) => ({
      itemId,
      score,
      source: 'session',
      reason: { code: 'because-you-viewed', itemId: viewedBeside.get(itemId)! },
    }));
}

/** What could stand in for a product: of its own kind first, the nearest in the model's eyes. */
export function similarCandidates(
  model: RecommenderModel | undefined,
  productId: number,
  kinIds: readonly number[],
  k: number,
): Candidate[] {
  if (!model) return [];
  return [...model.similarItems(productId, k, kinIds), ...model.similarItems(productId, k)].map(
    ({ itemId, score }) => ({
      itemId,
      score,
      source: 'similar',
      reason: { code: 'similar-to', itemId: productId },
    }),
  );
}

export function trendingCandidates(products: readonly PopularProduct[]): Candidate[] {
  return products.map(({ productId, score }) => ({
    itemId: productId,
    score,
    source: 'trending',
    reason: { code: 'trending-now' },
  }));
}

export function popularCandidates(products: readonly PopularProduct[]): Candidate[] {
  return products.map(({ productId, score }) => ({
    itemId: productId,
    score,
    source: 'popular',
    reason: { code: 'popular' },
  }));
}
