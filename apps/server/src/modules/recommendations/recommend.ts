/**
 * @file How a recommendation is made: context -> candidates -> rules -> rank and diversify -> hydrate ->
 * present. The caller logs what it shows.
 */
import type { RecommendationContext, RecommendedItem } from '@kindred/contracts';
import {
  type Candidate,
  diversify,
  interleave,
  mergeCandidates,
  type RecommenderModel,
} from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../platform/postgres/database.ts';
import { type CatalogEntry, findEntries, findKin } from '../catalog/index.ts';
import {
  kinCandidates,
  modelCandidates,
  popularCandidates,
  sessionCandidates,
  similarCandidates,
  trendingCandidates,
} from './candidate-sources.ts';
import { findHistory, type Shopper } from './history-repository.ts';
import type { PopularityCache } from './popularity-cache.ts';
import { findPopularBeside } from './popularity-repository.ts';
import { reasonOf } from './reason.ts';

export interface RecommendDependencies {
  readonly db: Database;
  readonly popularity: PopularityCache;
  readonly activeModel: () => RecommenderModel | undefined;
  readonly logger: FastifyBaseLogger;
}

export interface RecommendRequest {
  readonly context: RecommendationContext;
  readonly shopper: Shopper;
  readonly productId: number | undefined;
  /** Taken for what they looked at last, the newest first. Left out: what is stored. */
  readonly viewed?: readonly number[];
  readonly limit: number;
  readonly offset: number;
}

export interface RecommendedPage {
  readonly modelVersion: string | undefined;
  readonly items: RecommendedItem[];
  readonly hasMore: boolean;
}

/** Who looks at a product is shown more of its kind: of the last few, the best known of each category. */
const kinViews = 5;
const kinEach = 400;

/** Of any five neighbours, three at the most are of one leaf category. */
const spread = { window: 5, limit: 3 };

export async function recommend(
  dependencies: RecommendDependencies,
  request: RecommendRequest,
): Promise<RecommendedPage> {
  const { db } = dependencies;
  const model = dependencies.activeModel();
  const wanted = request.offset + request.limit + 1;

  const { candidates, history } = await gather(dependencies, model, request, wanted * 3 + 60);
  const entries = await findEntries(db, [...candidates.map(({ itemId }) => itemId), ...history]);
  const allowed = candidates.filter(({ itemId }) => isShown(entries.get(itemId)));
  const ranked =
    request.context === 'trending'
      ? allowed
      : diversify(allowed.slice(0, wanted * 2), {
          groupsOf: (itemId) => [entries.get(itemId)?.categoryId],
          ...spread,
        });

  const page = ranked.slice(request.offset, request.offset + request.limit);
  return {
    modelVersion: model?.version,
    items: page.map((candidate, index) => ({
      product: entries.get(candidate.itemId)!.product,
      score: candidate.score,
      source: candidate.source,
      reason: reasonOf(candidate.reason, (itemId) => entries.get(itemId)?.product),
      position: request.offset + index + 1,
    })),
    hasMore: ranked.length > request.offset + request.limit,
  };
}

function isShown(entry: CatalogEntry | undefined): boolean {
  return entry !== undefined && entry.product.availability !== 'out-of-stock';
}

/** Asks the sources of the context, best first, until there are enough. Products of the history come along to name reasons. */
async function gather(
  { db, popularity, logger }: RecommendDependencies,
  model: RecommenderModel | undefined,
  { context, shopper, productId, viewed: told }: RecommendRequest,
  k: number,
): Promise<{ candidates: Candidate[]; history: number[] }> {
  const popular = async () => popularCandidates(await popularity.popular());
  const trending = async () => trendingCandidates(await popularity.trending());
  if (context === 'trending')
    return { candidates: mergeCandidates([await trending(), await popular()]), history: [] };

  if (context === 'product' && productId !== undefined) {
    const [kin] = await findKin(db, [productId], kinEach);
    const ladder = [
      similarCandidates(model, productId, kin?.kinIds ?? [], k),
      popularCandidates(await findPopularBeside(db, productId, k)),
      await popular(),
    ];
    const candidates = mergeCandidates(ladder).filter(({ itemId }) => itemId !== productId);
    return { candidates: candidates.slice(0, k), history: [productId] };
  }

  const { owned, viewed: seen } = await findHistory(db, shopper).catch((error: unknown) => {
    logger.error({ err: error }, 'no history for this shelf');
    return { owned: [], viewed: [] };
  });
  const viewed = told ?? seen;
  const exclude = new Set([...owned, ...viewed]);
  const taste = { userId: shopper.userId, owned, viewed, exclude, k };
  const kin = kinCandidates(model, taste, await findKin(db, viewed.slice(0, kinViews), kinEach));
  const learnt = mergeCandidates([modelCandidates(model, taste), sessionCandidates(model, taste)]);
  const candidates = mergeCandidates([interleave(kin, learnt), await trending(), await popular()]);
  return {
    candidates: candidates.filter(({ itemId }) => !exclude.has(itemId)).slice(0, k),
    history: [...viewed, ...owned],
  };
}
