import {
  type BipartiteGraph,
  buildBipartiteGraph,
  createPopularityRanker,
  evaluateRanking,
  type Ranker,
} from '@kindred/gnn';
import type { ModelKind, TrainingRun } from '../models/model-kind.ts';
import { modelKindNamed, modelKinds } from '../models/model-kinds.ts';
import { wholeTask } from '../models/whole-task.ts';
import type { TrainingProgress } from '../training/train-recommender.ts';
import { compareParts, type SplitReport } from './compare-parts.ts';
import type { LayoutFamily } from './layout.ts';
import { readBenchmarkSplit } from './read-split.ts';

/** The floor that each model has to beat. It needs no training. */
const floor = 'popularity';

/** The models that can be benchmarked: every kind, and the floor. */
export const benchmarkModels = [...modelKinds.map((kind) => kind.name), floor];

export interface BenchmarkResult extends SplitReport {
  readonly 'recall@20': number;
  readonly 'ndcg@20': number;
  /** The 95 % confidence interval over the test users, from `RankingMetrics`. */
  readonly 'recall@20_interval': readonly [number, number];
  readonly 'ndcg@20_interval': readonly [number, number];
  readonly train_seconds: number;
  readonly evaluate_seconds: number;
  /** The peak memory of the process, in MB. */
  readonly peak_rss_mb: number;
  readonly model: string;
  readonly seed: number;
  /** `lists` (one line per user), or the columns of a line: `user item rating`. */
  readonly layout: string;
  /** The epoch whose model was tested, chosen on interactions cut from train. Only for kinds that learn in epochs. */
  readonly best_epoch?: number;
}

/**
 * Trains on a directory's `train.txt`, then ranks all items once for `test.txt`, training items masked.
 * @param layout says what a line is, if the files are ambiguous
 * @throws RangeError that lists the models, for an unknown one; InteractionFileError when the files are unreadable or ambiguous; the
 *   signal's reason when aborted
 */
export async function benchmark({
  directory,
  model,
  seed,
  threads,
  layout: family,
  onStep,
  onProgress,
  signal,
}: {
  directory: string;
  /** One of `benchmarkModels`. */
  model: string;
  seed: number;
  threads: number;
  layout?: LayoutFamily;
  onStep?: (step: 'reading' | 'training' | 'evaluating') => void;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<BenchmarkResult> {
  const kind = model === floor ? undefined : modelKindNamed(model);
  onStep?.('reading');
  const split = await readBenchmarkSplit(directory, {
    ...(family && { family }),
    ...(signal && { signal }),
  });
  const { test, layout, numUsers, numItems } = split;
  const graph = buildBipartiteGraph({ ...split.train, numUsers, numItems });
  const report = compareParts(graph, test);

  onStep?.('training');
  const trainingStart = performance.now();
  const { ranker, ...chosen } = await train(kind, graph, {
    seed,
    threads,
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (progress) => onProgress({ ...progress, phase: 'search' }) }),
  });
  onStep?.('evaluating');
  const evaluationStart = performance.now();
  const [metrics] = await evaluateRanking({
    ranker,
    train: graph,
    test,
    ks: [20],
    ...(signal && { signal }),
  });
  const end = performance.now();

  return {
    'recall@20': metrics.recall,
    'ndcg@20': metrics.ndcg,
    'recall@20_interval': metrics.recallInterval,
    'ndcg@20_interval': metrics.ndcgInterval,
    train_seconds: (evaluationStart - trainingStart) / 1_000,
    evaluate_seconds: (end - evaluationStart) / 1_000,
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1_024),
    model,
    seed,
    layout,
    ...report,
    ...chosen,
  };
}

async function train(
  kind: ModelKind | undefined,
  graph: BipartiteGraph,
  run: TrainingRun,
): Promise<{ ranker: Ranker; best_epoch?: number }> {
  if (!kind) return { ranker: createPopularityRanker(graph) };
  const { model, bestEpoch } = await kind.train({ graph }, run);
  const ranker = model.createRanker(wholeTask({ graph }));
  return { ranker, ...(bestEpoch !== undefined && { best_epoch: bestEpoch }) };
}
