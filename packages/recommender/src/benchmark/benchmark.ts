import {
  buildBipartiteGraph,
  createEmbeddingRanker,
  createPopularityRanker,
  evaluateRanking,
  trainLightGCN,
} from '@kindred/gnn';
import type { TrainingProgress } from '../training/train-recommender.ts';
import { compareParts, type SplitReport } from './compare-parts.ts';
import type { LayoutFamily } from './layout.ts';
import { readBenchmarkSplit } from './read-split.ts';

export interface BenchmarkResult extends SplitReport {
  readonly 'recall@20': number;
  readonly 'ndcg@20': number;
  /** 95 % confidence over the test users, as `RankingMetrics` has it. */
  readonly 'recall@20_interval': readonly [number, number];
  readonly 'ndcg@20_interval': readonly [number, number];
  readonly train_seconds: number;
  readonly evaluate_seconds: number;
  /** The most memory that the process held, in MB. */
  readonly peak_rss_mb: number;
  readonly model: string;
  readonly seed: number;
  /** `lists` (a line a user), or the columns of a line: `user item rating`. */
  readonly layout: string;
  /** The epoch whose model was tested, chosen on interactions cut from train. */
  readonly best_epoch?: number;
}

/**
 * Trains on a directory's `train.txt`, then ranks all items once for `test.txt`, training items masked.
 * @param layout says what a line is, where the files leave it open
 * @throws InteractionFileError when the files cannot be read for certain; the signal's reason when aborted
 */
export async function benchmark({
  directory,
  model: kind,
  seed,
  threads,
  layout: family,
  onStep,
  onProgress,
  signal,
}: {
  directory: string;
  model: 'lightgcn' | 'popularity';
  seed: number;
  threads: number;
  layout?: LayoutFamily;
  onStep?: (step: 'reading' | 'training' | 'evaluating') => void;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<BenchmarkResult> {
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
  const trained =
    kind === 'lightgcn'
      ? await trainLightGCN({
          graph,
          config: { seed },
          threads,
          ...(signal && { signal }),
          onProgress: ({ epoch, maxEpochs, loss, validation, elapsedMs, estimatedRemainingMs }) =>
            onProgress?.({
              phase: 'search',
              epoch,
              maxEpochs,
              loss,
              recall: validation?.recall,
              elapsedMs,
              remainingMs: estimatedRemainingMs,
            }),
        })
      : undefined;
  onStep?.('evaluating');
  const evaluationStart = performance.now();
  const ranker = trained ? createEmbeddingRanker(graph, trained.model) : createPopularityRanker(graph);
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
    model: kind,
    seed,
    layout,
    ...report,
    ...(trained && { best_epoch: trained.bestEpoch }),
  };
}
