import type { RankingTask, TrainingData } from './model-kind.ts';

/** The task of ranking all items. */
export function wholeTask(past: TrainingData): RankingTask {
  const { graph } = past;
  return { past, graph, items: Int32Array.from({ length: graph.numItems }, (_, item) => item) };
}
