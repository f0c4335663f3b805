import type { RankingTask, TrainingData } from './model-kind.ts';

/** To rank all items. */
export function wholeTask(past: TrainingData): RankingTask {
  const { graph } = past;
  return { past, graph, items: Int32Array.from({ length: graph.numItems }, (_, item) => item) };
}
