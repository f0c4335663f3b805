import { type BipartiteGraph, evaluateRanking, splitInteractions } from '@kindred/gnn';
import type { ModelKind, TrainingRun } from '../model-kind.ts';
import { wholeTask } from '../whole-task.ts';
import { findNeighbours, limitHistories, type Neighbours } from './neighbours.ts';
import { readNeighbours, trainedNeighbours } from './trained-neighbours.ts';

const defaults = { perItem: 100, minSupport: 2, longestHistory: 500, shrinkage: 10 };

/** On dense data, where many people know most items, only large counts are surprising: it needs a large lambda. */
const shrinkages = [1, 10, 100, 1_000, 10_000];

const k = 20;

/** “People who liked this also liked”: counts pairs of items, and learns nothing about single people. `findNeighbours` has the formula. */
export const coPurchase: ModelKind = {
  name: 'co-purchase',

  async train({ graph }, run) {
    const shrinkage = await chooseShrinkage(graph, run);
    return {
      ...(await learn(graph, shrinkage, run)),
      async refit(data, again) {
        const started = performance.now();
        const learnt = await learn(data.graph, shrinkage, again);
        const elapsedMs = performance.now() - started;
        again.onProgress?.({
          epoch: 1,
          maxEpochs: 1,
          loss: Number.NaN,
          recall: undefined,
          elapsedMs,
          remainingMs: 0,
        });
        return learnt;
      },
    };
  },

  load: (tensors) => trainedNeighbours(readNeighbours(tensors)),
};

async function learn(graph: BipartiteGraph, shrinkage: number, run: TrainingRun) {
  const config = { ...defaults, shrinkage, seed: run.seed };
  return { model: trainedNeighbours(await learnNeighbours(graph, shrinkage, run)), config };
}

export function learnNeighbours(
  graph: BipartiteGraph,
  shrinkage: number,
  { seed, signal }: TrainingRun,
): Promise<Neighbours> {
  const config = { ...defaults, shrinkage };
  return findNeighbours(limitHistories(graph, config.longestHistory, seed), config, signal);
}

/** Chooses the shrinkage with the best recall on a fifth of the interactions of at most 2,000 people. Tries stronger ones as long as recall rises. */
export async function chooseShrinkage(graph: BipartiteGraph, run: TrainingRun): Promise<number> {
  const started = performance.now();
  const { train, heldOut: test } = splitInteractions(graph, {
    fraction: 0.2,
    seed: run.seed,
    maxUsers: 2_000,
  });
  if (test.users.length === 0) return defaults.shrinkage;
  const task = wholeTask({ graph: train });
  let best = { shrinkage: defaults.shrinkage, recall: -1 };
  for (const [index, shrinkage] of shrinkages.entries()) {
    const { model } = await learn(train, shrinkage, run);
    const signal = run.signal && { signal: run.signal };
    const ranker = model.createRanker(task);
    const [{ recall }] = await evaluateRanking({ ranker, train, test, ks: [k], ...signal });
    const elapsedMs = performance.now() - started;
    const epoch = index + 1;
    const maxEpochs = shrinkages.length;
    const remainingMs = (elapsedMs / epoch) * (maxEpochs - epoch);
    run.onProgress?.({ epoch, maxEpochs, loss: Number.NaN, recall, elapsedMs, remainingMs });
    if (recall <= best.recall) break;
    best = { shrinkage, recall };
  }
  return best.shrinkage;
}
