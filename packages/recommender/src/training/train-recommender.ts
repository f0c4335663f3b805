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
  selectRows,
  trainLightGCN,
} from '@kindred/gnn';
import type { Interactions } from '../interactions/interactions.ts';
import { splitByTime } from '../interactions/split.ts';
import { type Gate, gateAgainst } from './gate.ts';
import { restrictToOffered } from './restrict-to-offered.ts';

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
  /** On the newest interactions with items that can be recommended, which the tested model has not seen. */
  readonly holdout: RankingMetrics;
  /** What recommending the most popular items scores on the same interactions. */
  readonly popularity: RankingMetrics;
  /** What the gate found. */
  readonly gate: string;
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

/** Nobody could say whether a model is of use. */
export class NothingToTestError extends Error {
  override readonly name = 'NothingToTestError';
}

/**
 * Learns on the older nine tenths, stops by a validation cut of them, is tested once on the newest tenth of what can be recommended,
 * and then learns on everything for as many epochs as were best: the model that is given back.
 * @param isOffered whether an item can be recommended: the test ranks no others, and looks for no others. Left out: all can
 * @throws NothingToTestError when nothing is left to test on
 */
export async function trainRecommender({
  interactions,
  isOffered = () => true,
  seed,
  threads,
  onProgress,
  signal,
}: {
  interactions: Interactions;
  isOffered?: (itemId: number) => boolean;
  seed: number;
  threads: number;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<TrainedRecommender> {
  const started = performance.now();
  const sizes = { numUsers: interactions.userIds.length, numItems: interactions.itemIds.length };
  const isOfferedItem = (item: number) => isOffered(interactions.itemIds[item]);
  const { train, test } = splitByTime(interactions, testFraction, isOfferedItem);
  if (test.users.length === 0)
    throw new NothingToTestError(
      'None of the newest interactions with items that can be recommended is by a user and of an item that were known before.',
    );
  const past = buildBipartiteGraph({ ...train, ...sizes });
  const offered = restrictToOffered({ past, test, isOffered: isOfferedItem });

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

  const { userEmbeddings, itemEmbeddings } = search.model;
  const model = createEmbeddingRanker(offered.graph, {
    userEmbeddings,
    itemEmbeddings: selectRows(itemEmbeddings, offered.items),
  });
  const popularity = createPopularityRanker(offered.graph);
  const evaluate = (ranker: typeof model) =>
    evaluateRanking({
      ranker,
      train: offered.graph,
      test: offered.test,
      ks: [k],
      ...(signal && { signal }),
    });
  const [holdout] = await evaluate(model);
  const [floor] = await evaluate(popularity);
  const gate = await gateAgainst({ model, floor: popularity, test: offered.test, k });

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
      gate: gate.reason,
      bestEpoch: search.bestEpoch,
      trainSeconds: (performance.now() - started) / 1_000,
    },
    gate,
  };
}
