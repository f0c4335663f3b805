import { type BipartiteGraph, type EpochProgress, type LightGCNConfig, trainLightGCN } from '@kindred/gnn';
import type { ModelKind, RunProgress, TrainingRun } from '../model-kind.ts';
import { loadFactors, trainedFactors } from './factors.ts';

/** LightGCN (He et al. 2020): users and items as vectors, each the mean of its neighbourhoods in the graph. */
export const lightGCN: ModelKind = {
  name: 'lightgcn',

  async train({ graph }, run) {
    const { bestEpoch, ...search } = await learn(graph, {}, run);
    return {
      ...search,
      bestEpoch,
      refit: (data, again) => learn(data.graph, { maxEpochs: Math.max(1, bestEpoch) }, again, 'none'),
    };
  },

  load: loadFactors,
};

async function learn(
  graph: BipartiteGraph,
  config: Partial<LightGCNConfig>,
  { seed, threads, signal, onProgress }: TrainingRun,
  validation?: 'none',
) {
  const result = await trainLightGCN({
    graph,
    config: { seed, ...config },
    threads,
    ...(validation && { validation }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (progress) => onProgress(progressOf(progress)) }),
  });
  return {
    model: trainedFactors(result.model.embeddings),
    config: { ...result.config },
    bestEpoch: result.bestEpoch,
  };
}

function progressOf({ validation, estimatedRemainingMs, ...rest }: EpochProgress): RunProgress {
  const { epoch, maxEpochs, loss, elapsedMs } = rest;
  return { epoch, maxEpochs, loss, recall: validation?.recall, elapsedMs, remainingMs: estimatedRemainingMs };
}
