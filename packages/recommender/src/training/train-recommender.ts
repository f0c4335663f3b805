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
import { chooseShrinkage, learnNeighbours } from '../models/co-purchase/co-purchase.ts';
import { listOf, type Neighbours } from '../models/co-purchase/neighbours.ts';
import type { Learnt, ModelKind, RunProgress, TrainingData } from '../models/model-kind.ts';
import type { Proposing } from '../serving/fusion.ts';
import { nearestBy, tabulateNearest } from '../serving/nearest.ts';
import type { ItemLists } from '../serving/recommender.ts';
import { createFusedRanker } from './fused-ranker.ts';
import { type Gate, gateAgainst } from './gate.ts';
import { restrictToOffered } from './restrict-to-offered.ts';

export interface TrainingProgress extends RunProgress {
  /** `search` learns from the older interactions and is tested on the newest; `refit` learns from all of them. */
  readonly phase: 'search' | 'refit';
}

export interface ModelReport {
  /** Describes the graph that the served model learnt from. */
  readonly graph: GraphReport;
  /** Measured on the newest interactions with items that can be recommended, which the tested model has not seen. */
  readonly holdout: RankingMetrics;
  /** The same measures for recommending the most popular items. */
  readonly popularity: RankingMetrics;
  /** The gate's reason. */
  readonly gate: string;
  /** Only for kinds that learn in epochs. */
  readonly bestEpoch?: number;
  readonly trainSeconds: number;
}

/** A model with the lists by which it ranks, the ids of its items, its report, and whether it may serve. */
export interface TrainedRecommender extends Learnt {
  /** The name of its kind. */
  readonly kind: string;
  readonly lists: Required<ItemLists>;
  readonly itemIds: Int32Array;
  readonly report: ModelReport;
  readonly gate: Gate;
}

const testFraction = 0.1;
const k = 20;

/** No interactions are left to test a model on. */
export class NothingToTestError extends Error {
  override readonly name = 'NothingToTestError';
}

/**
 * Trains a model on the older nine tenths, tests it once on the newest tenth of what can be recommended, and then returns a model trained on
 * everything with the best settings. A kind chooses its settings within the older nine tenths. The test ranks as the shop does: by each user's
 * history, with the model's lists and those of co-purchase, which is trained beside every kind.
 * @param isOffered whether an item can be recommended: the test ranks and looks for no others. Default: all can
 * @param itemFeatures features of the items, in the order of `interactions.itemIds`
 * @throws NothingToTestError when no interactions are left to test on
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
      'There is nothing to test a model on: none of the newest interactions joins a known user with a known item that can be recommended.',
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

  const quiet = { seed, threads, ...(signal && { signal }) };
  const shrinkage = await chooseShrinkage(past.graph, quiet);
  const model = createFusedRanker(
    [nearestOf(search, itemIds.length), together(await learnNeighbours(past.graph, shrinkage, quiet))],
    offered.task,
  );
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

  const lists = {
    nearest: await tabulateNearest(nearestOf(refit, itemIds.length), itemIds.length, signal),
    neighbours: await learnNeighbours(everything.graph, shrinkage, quiet),
  };

  return {
    kind: kind.name,
    model: refit.model,
    config: refit.config,
    lists,
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

function nearestOf({ model }: Learnt, numItems: number): Proposing {
  const numbers = Int32Array.from({ length: numItems }, (_, item) => item);
  return nearestBy(model.serve(numbers), numbers);
}

const together =
  (neighbours: Neighbours): Proposing =>
  (item) =>
    listOf(neighbours, item);
