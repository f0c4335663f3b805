import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { invertOrder, localityOrder, reorderGraph } from '../graph/locality-order.ts';
import { splitInteractions } from '../graph/split-interactions.ts';
import { evaluateRanking } from '../metrics/evaluate-ranking.ts';
import type { RankingMetrics } from '../metrics/ranking-metrics.ts';
import type { LightGCN } from '../models/light-gcn.ts';
import { type Matrix, selectRows } from '../tensor/matrix.ts';
import { createRandom } from '../tensor/random.ts';
import { allocateBatchBuffers } from './batch-buffers.ts';
import { BatchSampler } from './batch-sampler.ts';
import { embedGraph } from './embed-graph.ts';
import { EngineRanker } from './engine-ranker.ts';
import { completeConfig, type LightGCNConfig } from './light-gcn-config.ts';
import { LightGCNEngine } from './light-gcn-engine.ts';
import { startTable } from './start-table.ts';

/**
 * Held-out interactions to choose the best epoch by: given (and then not part of the graph), or a share cut out of the training graph while it
 * trains, from a tenth of the users (at least 500, at most 3,000).
 */
export type Validation =
  | { readonly users: Int32Array; readonly items: Int32Array }
  | { readonly fraction: number }
  | 'none';

export interface TrainOptions {
  readonly graph: BipartiteGraph;
  readonly config?: Partial<LightGCNConfig>;
  /** Threads to compute with, besides the calling one. At most embeddingDim / 16 are used. Results do not depend on it. */
  readonly threads?: number;
  /** Left out: a fifth of the interactions of a tenth of the users. */
  readonly validation?: Validation;
  readonly onProgress?: (progress: TrainingProgress) => void;
  /** Stops training; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface EpochRecord {
  /** From 1. Record 0 is the start, before any step: it has a validation metric and a loss of NaN. */
  readonly epoch: number;
  /** The mean loss over the epoch's batches, without the L2 term. */
  readonly loss: number;
  /** On the held-out interactions; absent without validation. */
  readonly validation?: RankingMetrics;
}

export interface TrainingProgress extends EpochRecord {
  readonly maxEpochs: number;
  readonly isBest: boolean;
  readonly elapsedMs: number;
  /** Until `maxEpochs`; stopping early makes it shorter. */
  readonly estimatedRemainingMs: number;
}

export interface TrainResult {
  readonly model: LightGCN;
  readonly config: LightGCNConfig;
  readonly history: readonly EpochRecord[];
  /** The epoch whose table the model is made of. */
  readonly bestEpoch: number;
  readonly elapsedMs: number;
}

const VALIDATION_K = 20;

/**
 * Trains LightGCN and gives the model of the epoch with the best validation Recall@20 (of the last epoch without validation).
 * The same graph, configuration and seed give the same bits, whatever the number of threads.
 *
 * The work happens in worker threads; this one samples batches and stays responsive. May be called from a worker thread.
 * Rejects with a RangeError for a wrong configuration, with the signal's reason when aborted, and with the cause when a
 * thread fails or the loss is no longer a number. Its threads have ended and its memory is free when it settles.
 *
 * @example
 * const { model } = await trainLightGCN({ graph, threads: 2, onProgress: ({ epoch, loss }) => console.log(epoch, loss) });
 */
export async function trainLightGCN(options: TrainOptions): Promise<TrainResult> {
  const { threads = 2, validation = { fraction: 0.2 }, signal, onProgress } = options;
  signal?.throwIfAborted();
  const startedAt = performance.now();
  const config = completeConfig(options.config);
  const { graph, heldOut } = resolveValidation(options.graph, validation, config.seed);
  const order = await localityOrder(graph, signal);
  const newNode = invertOrder(order);
  const { table, history, bestEpoch } = await trainTable({
    graph: reorderGraph(graph, order),
    heldOut: heldOut && renumber(heldOut, newNode, graph),
    config,
    threads,
    signal,
    onRecord(record, isBest) {
      const elapsedMs = performance.now() - startedAt;
      const { maxEpochs } = config;
      const { epoch } = record;
      const estimatedRemainingMs = epoch === 0 ? Number.NaN : (elapsedMs / epoch) * (maxEpochs - epoch);
      onProgress?.({ ...record, maxEpochs, isBest, elapsedMs, estimatedRemainingMs });
    },
  });
  // The interactions held out have done their work: users' final embeddings may know them.
  const model = await embedGraph({
    graph: options.graph,
    table: selectRows(table, newNode),
    config,
    threads,
  });
  return { model, config, history, bestEpoch, elapsedMs: performance.now() - startedAt };
}

interface TableOptions {
  readonly graph: BipartiteGraph;
  readonly heldOut: HeldOut | undefined;
  readonly config: LightGCNConfig;
  readonly threads: number;
  readonly signal: AbortSignal | undefined;
  readonly onRecord: (record: EpochRecord, isBest: boolean) => void;
}

interface TrainedTable {
  readonly table: Matrix;
  readonly history: readonly EpochRecord[];
  readonly bestEpoch: number;
}

async function trainTable({
  graph,
  heldOut,
  config,
  threads,
  signal,
  onRecord,
}: TableOptions): Promise<TrainedTable> {
  const sampler = new BatchSampler({
    graph,
    batchSize: config.batchSize,
    negatives: config.loss.kind === 'bpr' ? 'per-pair' : { shared: config.negatives.count },
    popularityExponent: config.negatives.popularityExponent,
    random: createRandom(config.seed ^ 0x5f3759df),
  });
  const { capacity, numShared } = sampler;
  const start = await startTable(graph, config, signal);
  const engine = await LightGCNEngine.start({ graph, config, table: start, threads, capacity, numShared });
  try {
    const validate = heldOut && createValidator(engine, graph, heldOut, config);
    const history: EpochRecord[] = [];
    let best: Best = { epoch: 0, recall: -Infinity, table: undefined };
    const record = async (epoch: number, loss: number) => {
      const metrics = await validate?.();
      const entry = { epoch, loss, ...(metrics && { validation: metrics }) };
      history.push(entry);
      const isBest = !metrics || metrics.recall > best.recall;
      if (isBest) best = { epoch, recall: metrics?.recall ?? 0, table: validate && engine.snapshot() };
      onRecord(entry, isBest);
    };

    await record(0, Number.NaN);
    const runEpoch = createEpochRunner(engine, sampler, config, signal);
    for (let epoch = 1; epoch <= config.maxEpochs && epoch - best.epoch <= config.patience; epoch++) {
      await record(epoch, await runEpoch(epoch));
    }
    if (best.table) engine.restore(best.table);
    return { table: await engine.read('table'), history, bestEpoch: best.epoch };
  } finally {
    await engine.dispose();
  }
}

interface Best {
  readonly epoch: number;
  readonly recall: number;
  readonly table: Float32Array | undefined;
}

interface HeldOut {
  readonly users: Int32Array;
  readonly items: Int32Array;
}

/** A tenth of the users tells epochs apart and leaves nearly everything to train on. */
function resolveValidation(
  graph: BipartiteGraph,
  validation: Validation,
  seed: number,
): { graph: BipartiteGraph; heldOut: HeldOut | undefined } {
  if (validation === 'none') return { graph, heldOut: undefined };
  if ('users' in validation) return { graph, heldOut: validation };
  const maxUsers = Math.min(3000, Math.max(500, Math.round(graph.numUsers / 10)));
  const { train, heldOut } = splitInteractions(graph, { fraction: validation.fraction, seed, maxUsers });
  return { graph: train, heldOut: heldOut.users.length > 0 ? heldOut : undefined };
}

function renumber(
  { users, items }: HeldOut,
  newNode: Int32Array,
  { numUsers, numItems }: BipartiteGraph,
): HeldOut {
  const check = (kind: string, id: number, count: number) => {
    if (!(id >= 0 && id < count))
      throw new RangeError(`The validation names ${kind} ${id}, but there are only ${count} ${kind}s.`);
    return id;
  };
  return {
    users: users.map((user) => newNode[check('user', user, numUsers)]!),
    items: items.map((item) => newNode[numUsers + check('item', item, numItems)]! - numUsers),
  };
}

function createValidator(
  engine: LightGCNEngine,
  train: BipartiteGraph,
  test: HeldOut,
  config: LightGCNConfig,
) {
  const users = Int32Array.from(new Set(test.users)).sort();
  const ranker = new EngineRanker({ engine, graph: train, users, config, k: VALIDATION_K });
  return async () => {
    await ranker.refresh();
    const [metrics] = await evaluateRanking({ ranker, train, test, ks: [VALIDATION_K] });
    return metrics!;
  };
}

/** Runs epochs; the next batch is sampled while the threads work on the present one. */
function createEpochRunner(
  engine: LightGCNEngine,
  sampler: BatchSampler,
  config: LightGCNConfig,
  signal: AbortSignal | undefined,
) {
  const buffers = [
    allocateBatchBuffers(engine.heap, sampler.capacity),
    allocateBatchBuffers(engine.heap, sampler.capacity),
  ] as const;
  const totalSteps = config.maxEpochs * sampler.numBatches;
  return async (epoch: number): Promise<number> => {
    sampler.shuffle();
    let sum = 0;
    let next = sampler.fill(0, buffers[0]);
    for (let b = 0; b < sampler.numBatches; b++) {
      signal?.throwIfAborted();
      const done = (epoch - 1) * sampler.numBatches + b;
      const rate =
        config.schedule === 'linear' ? config.learningRate * (1 - done / totalSteps) : config.learningRate;
      const sampleNext = async () =>
        b + 1 < sampler.numBatches ? sampler.fill(b + 1, buffers[((b + 1) % 2) as 0 | 1]) : next;
      const [loss, following] = await Promise.all([engine.step(next, rate), sampleNext()]);
      next = following;
      if (!Number.isFinite(loss)) {
        throw new Error(
          `The loss became ${loss} in epoch ${epoch}. Lower the learning rate or raise the temperature.`,
        );
      }
      sum += loss;
    }
    return sum / sampler.numBatches;
  };
}
