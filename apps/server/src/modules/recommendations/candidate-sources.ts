/** @file One function a source of candidates. Each may come up empty; the ladder in `recommend.ts` goes on. */
import type { Candidate, CandidateReason, RecommenderModel, ScoredItem } from '@kindred/recommender';
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
  if (reason === undefined) return { code: 'picked_for_you' };
  return { code: viewed.includes(reason) ? 'because_you_viewed' : 'because_you_reviewed', itemId: reason };
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

export function similarCandidates(
  model: RecommenderModel | undefined,
  productId: number,
  k: number,
): Candidate[] {
  if (!model) return [];
  return model.similarItems(productId, k).map(({ itemId, score }) => ({
    itemId,
    score,
    source: 'similar',
    reason: { code: 'similar_to', itemId: productId },
  }));
}

export function trendingCandidates(products: readonly PopularProduct[]): Candidate[] {
  return products.map(({ productId, score }) => ({
    itemId: productId,
    score,
    source: 'trending',
    reason: { code: 'trending_now' },
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
