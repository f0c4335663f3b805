import {
  buildBipartiteGraph,
  createEmbeddingRanker,
  createPopularityRanker,
  evaluateRanking,
  trainLightGCN,
} from '@kindred/gnn';
import { readInteractionLists } from './read-interaction-lists.ts';
import type { TrainingProgress } from './train-recommender.ts';

export interface BenchmarkResult {
  readonly 'recall@20': number;
  readonly 'ndcg@20': number;
  readonly train_seconds: number;
  readonly evaluate_seconds: number;
  /** The most memory that the process held, in MB. */
  readonly peak_rss_mb: number;
  readonly model: string;
  readonly seed: number;
  readonly users: number;
  readonly items: number;
  readonly train_interactions: number;
  readonly test_interactions: number;
  /** The epoch whose model was tested, chosen on interactions cut from train. */
  readonly best_epoch?: number;
}

/** Trains on a directory's `train.txt`, then ranks all items once for `test.txt`, training items masked. */
export async function benchmark({
  directory,
  model: kind,
  seed,
  threads,
  onProgress,
  signal,
}: {
  directory: string;
  model: 'lightgcn' | 'popularity';
  seed: number;
  threads: number;
  onProgress?: (progress: TrainingProgress) => void;
  signal?: AbortSignal;
}): Promise<BenchmarkResult> {
  const train = await readInteractionLists(directory, 'train');
  const test = await readInteractionLists(directory, 'test');
  const sizes = { numUsers: sizeOf(train.users, test.users), numItems: sizeOf(train.items, test.items) };
  const graph = buildBipartiteGraph({ ...train, ...sizes });

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
    train_seconds: (evaluationStart - trainingStart) / 1_000,
    evaluate_seconds: (end - evaluationStart) / 1_000,
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1_024),
    model: kind,
    seed,
    users: sizes.numUsers,
    items: sizes.numItems,
    train_interactions: graph.numInteractions,
    test_interactions: test.users.length,
    ...(trained && { best_epoch: trained.bestEpoch }),
  };
}

function sizeOf(...arrays: Int32Array[]): number {
  return 1 + arrays.reduce((most, ids) => ids.reduce((larger, id) => Math.max(larger, id), most), -1);
}
