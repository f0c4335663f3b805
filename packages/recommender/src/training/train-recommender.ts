import {
  buildBipartiteGraph,
  createEmbeddingRanker,
  createPopularityRanker,
  describeGraph,
  evaluateRanking,
  type GraphReport,
  type LightGCN,
  type LightGCNConfig,
  type RankingMetrics,
  trainLightGCN,
} from '@kindred/gnn';
import type { Interactions } from '../interactions/interactions.ts';
import { splitByTime } from '../interactions/split.ts';
import { type Gate, gateAgainst } from './gate.ts';

export interface TrainingProgress {
  /** `search` learns on the older interactions and is tested on the newest; `refit` learns on all of them. */
  readonly phase: 'search' | 'refit';
  readonly epoch: number;
  readonly maxEpochs: number;
  /** NaN before the first step. */
  readonly loss: number;
  /** Recall@20 on interactions cut from the training part; absent in `refit`. */
  readonly recall: number | undefined;
  readonly elapsedMs: number;
  readonly remainingMs: number;
}

export interface ModelReport {
  /** Of the graph that the served model learnt from. */
  readonly graph: GraphReport;
  /** On the newest interactions, which the tested model has not seen. */
  readonly holdout: RankingMetrics;
  /** What recommending the most popular items scores on the same interactions. */
  readonly popularity: RankingMetrics;
  readonly bestEpoch: number;
  readonly trainSeconds: number;
}

export interface TrainedRecommender {
  readonly kind: 'lightgcn';
  readonly model: LightGCN;
  readonly config: LightGCNConfig;
  readonly userIds: readonly string[];
  readonly itemIds: Int32Array;
  readonly report: ModelReport;
  readonly gate: Gate;
}

const testFraction = 0.1;
const k = 20;

/**
 * Learns on the older nine tenths, stops by a validation cut of them, is tested once on the newest tenth,
 * and then learns on everything for as many epochs as were best: the model that is given back.
 * @throws RangeError when nothing is left to test on
 */
export async function trainRecommender({
  interactions,
  seed,
  threads,
  onProgress,
  signal,
}: {
  interactions: Interactions;
  seed: number;
  threads: number;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<TrainedRecommender> {
  const started = performance.now();
  const sizes = { numUsers: interactions.userIds.length, numItems: interactions.itemIds.length };
  const { train, test } = splitByTime(interactions, testFraction);
  if (test.users.length === 0)
    throw new RangeError(
      'None of the newest interactions is by a user and of an item that were known before.',
    );

  const past = buildBipartiteGraph({ ...train, ...sizes });
  const shared = { threads, ...(signal && { signal }) };
  const search = await trainLightGCN({
    graph: past,
    config: { seed },
    ...shared,
    onProgress: ({ epoch, maxEpochs, loss, validation, elapsedMs, estimatedRemainingMs }) =>
      onProgress?.({
        phase: 'search',
        epoch,
        maxEpochs,
        loss,
        recall: validation?.recall,
        elapsedMs,
        // The second run is about as long as this one.
        remainingMs: estimatedRemainingMs * 2 + elapsedMs,
      }),
  });

  const model = createEmbeddingRanker(past, search.model);
  const popularity = createPopularityRanker(past);
  const evaluate = (ranker: typeof model) =>
    evaluateRanking({ ranker, train: past, test, ks: [k], ...(signal && { signal }) });
  const [holdout] = await evaluate(model);
  const [floor] = await evaluate(popularity);
  const gate = await gateAgainst({ model, floor: popularity, test, k });

  const everything = buildBipartiteGraph({ users: interactions.users, items: interactions.items, ...sizes });
  const searchMs = performance.now() - started;
  const refit = await trainLightGCN({
    graph: everything,
    config: { seed, maxEpochs: Math.max(1, search.bestEpoch) },
    validation: 'none',
    ...shared,
    onProgress: ({ epoch, maxEpochs, loss, elapsedMs, estimatedRemainingMs }) =>
      onProgress?.({
        phase: 'refit',
        epoch,
        maxEpochs,
        loss,
        recall: undefined,
        elapsedMs: searchMs + elapsedMs,
        remainingMs: estimatedRemainingMs,
      }),
  });

  return {
    kind: 'lightgcn',
    model: refit.model,
    config: refit.config,
    userIds: interactions.userIds,
    itemIds: interactions.itemIds,
    report: {
      graph: describeGraph(everything),
      holdout,
      popularity: floor,
      bestEpoch: search.bestEpoch,
      trainSeconds: (performance.now() - started) / 1_000,
    },
    gate,
  };
}
