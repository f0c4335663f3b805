import {
  buildBipartiteGraph,
  createPopularityRanker,
  describeGraph,
  type Edges,
  evaluateRanking,
  type GraphReport,
  type Matrix,
  type Ranker,
  type RankingMetrics,
} from '@kindred/gnn';
import { createHistories } from '../interactions/histories.ts';
import type { Interactions } from '../interactions/interactions.ts';
import { sortByTime, splitByTime } from '../interactions/split.ts';
import type { Learnt, ModelKind, RunProgress, TrainingData } from '../models/model-kind.ts';
import { type Gate, gateAgainst } from './gate.ts';
import { restrictToOffered } from './restrict-to-offered.ts';

export interface TrainingProgress extends RunProgress {
  /** `search` learns on the older interactions and is tested on the newest; `refit` learns on all of them. */
  readonly phase: 'search' | 'refit';
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
  /** Of a kind that learns in epochs. */
  readonly bestEpoch?: number;
  readonly trainSeconds: number;
}

/** A model with the world's names for its users and items, what was found of it, and whether it may serve. */
export interface TrainedRecommender extends Learnt {
  /** The name of its kind. */
  readonly kind: string;
  /** Empty for a model that does not know users. */
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
 * Learns on the older nine tenths, is tested once on the newest tenth of what can be recommended, and then learns on everything with
 * what it found best: the model that is given back. What a kind chooses, it chooses within the older nine tenths.
 * @param isOffered whether an item can be recommended: the test ranks no others, and looks for no others. Left out: all can
 * @param itemFeatures what is known of the items, in the order of `interactions.itemIds`
 * @throws NothingToTestError when nothing is left to test on
 */
export async function trainRecommender({
  kind,
  interactions,
  isOffered = () => true,
  itemFeatures,
  seed,
  threads,
  onProgress,
  signal,
}: {
  kind: ModelKind;
  interactions: Interactions;
  isOffered?: (itemId: number) => boolean;
  itemFeatures?: Matrix;
  seed: number;
  threads: number;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<TrainedRecommender> {
  const started = performance.now();
  const { userIds, itemIds } = interactions;
  const isOfferedItem = (item: number) => isOffered(itemIds[item]);
  const { train, test } = splitByTime(interactions, testFraction, isOfferedItem);
  if (test.users.length === 0)
    throw new NothingToTestError(
      'None of the newest interactions with items that can be recommended is by a user and of an item that were known before.',
    );
  const dataOf = (edges: Edges): TrainingData => ({
    graph: buildBipartiteGraph({ ...edges, numUsers: userIds.length, numItems: itemIds.length }),
    historyOf: createHistories(edges, userIds.length),
    ...(itemFeatures && { itemFeatures }),
  });
  const past = dataOf(train);
  const offered = restrictToOffered({ past, test, isOffered: isOfferedItem });
  const runOf = (report: (progress: RunProgress) => void) => ({
    seed,
    threads,
    onProgress: report,
    ...(signal && { signal }),
  });

  const search = await kind.train(
    past,
    runOf((progress) => {
      const { elapsedMs, remainingMs } = progress;
      // The second run is about as long as this one.
      onProgress?.({ ...progress, phase: 'search', remainingMs: remainingMs * 2 + elapsedMs });
    }),
  );

  const model = search.model.createRanker(offered.task);
  const popularity = createPopularityRanker(offered.task.graph);
  const evaluate = async (ranker: Ranker) => {
    const { task, test } = offered;
    const stop = signal && { signal };
    const [metrics] = await evaluateRanking({ ranker, train: task.graph, test, ks: [k], ...stop });
    return metrics;
  };
  const holdout = await evaluate(model);
  const floor = await evaluate(popularity);
  const gate = await gateAgainst({ model, floor: popularity, test: offered.test, k });

  const everything = dataOf(sortByTime(interactions));
  const searchMs = performance.now() - started;
  const refit = await search.refit(
    everything,
    runOf((progress) =>
      onProgress?.({ ...progress, phase: 'refit', elapsedMs: searchMs + progress.elapsedMs }),
    ),
  );

  return {
    kind: kind.name,
    model: refit.model,
    config: refit.config,
    userIds: refit.model.knowsUsers ? userIds : [],
    itemIds,
    report: {
      graph: describeGraph(everything.graph),
      holdout,
      popularity: floor,
      gate: gate.reason,
      ...(search.bestEpoch !== undefined && { bestEpoch: search.bestEpoch }),
      trainSeconds: (performance.now() - started) / 1_000,
    },
    gate,
  };
}
