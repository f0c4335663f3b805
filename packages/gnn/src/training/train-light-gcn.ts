import type { BipartiteGraph, Edges } from '../graph/bipartite-graph.ts';
import { invertOrder, localityOrder, reorderGraph } from '../graph/locality-order.ts';
import { evaluateRanking } from '../metrics/evaluate-ranking.ts';
import type { LightGCN } from '../models/light-gcn.ts';
import { type Matrix, selectRows } from '../tensor/matrix.ts';
import { createRandom } from '../tensor/random.ts';
import { BatchSampler } from './batch-sampler.ts';
import { type EpochRecord, type Trainee, trainWithEarlyStopping } from './early-stopping.ts';
import { embedGraph } from './embed-graph.ts';
import { EngineRanker } from './engine-ranker.ts';
import { createEpochRunner } from './epoch-runner.ts';
import { completeConfig, type LightGCNConfig } from './light-gcn-config.ts';
import { LightGCNEngine } from './light-gcn-engine.ts';
import { startTable } from './start-table.ts';
import { renumberHeldOut, resolveValidation, type Validation } from './validation.ts';

export interface TrainOptions {
  readonly graph: BipartiteGraph;
  readonly config?: Partial<LightGCNConfig>;
  /** The number of computing threads, besides the calling one. At most embeddingDim / 16 are used. Results do not depend on it. */
  readonly threads?: number;
  /** Default: a fifth of the interactions of a tenth of the users. */
  readonly validation?: Validation;
  readonly onProgress?: (progress: EpochProgress) => void;
  /** Aborts training; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface EpochProgress extends EpochRecord {
  readonly maxEpochs: number;
  readonly isBest: boolean;
  readonly elapsedMs: number;
  /** Time until `maxEpochs`; early stopping makes it shorter. */
  readonly estimatedRemainingMs: number;
}

export interface TrainResult {
  readonly model: LightGCN;
  readonly config: LightGCNConfig;
  readonly history: readonly EpochRecord[];
  /** The epoch whose table the model uses. */
  readonly bestEpoch: number;
  readonly elapsedMs: number;
}

const VALIDATION_K = 20;

/**
 * Trains LightGCN and returns the model of the epoch with the best validation Recall@20 (of the last epoch without validation).
 * The same graph, configuration and seed produce the same bits, with any number of threads.
 *
 * The work happens in worker threads; the calling thread samples batches and stays responsive. It may be a worker thread itself.
 * Rejects with a RangeError for a wrong configuration, with the signal's reason when aborted, and with the cause when a
 * thread fails or the loss is not a number. When the promise settles, its threads have ended and its memory is free.
 *
 * @example
 * import { buildBipartiteGraph, trainLightGCN } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1, 1), items: Int32Array.of(0, 1, 1, 2) });
 * const { model, bestEpoch } = await trainLightGCN({
 *   graph,
 *   config: { embeddingDim: 16, maxEpochs: 2 },
 *   onProgress: ({ epoch, loss }) => console.log(epoch, loss),
 * });
 * console.log(bestEpoch, model.userEmbedding(0).length); // 0, 1 or 2, and 16
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
    heldOut: heldOut && renumberHeldOut(heldOut, newNode, graph),
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
  // Validation is over, so the final embeddings may include the held-out interactions.
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
  readonly heldOut: Edges | undefined;
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
    const trainee: Trainee<Float32Array> = {
      runEpoch: createEpochRunner(engine, sampler, config, signal),
      validate: heldOut && createValidator(engine, graph, heldOut, config),
      snapshot: () => engine.snapshot(),
      restore: (table) => engine.restore(table),
    };
    const { maxEpochs, patience } = config;
    const stopped = await trainWithEarlyStopping(trainee, { maxEpochs, patience, onRecord });
    return { table: await engine.read('table'), ...stopped };
  } finally {
    await engine.dispose();
  }
}

function createValidator(
  engine: LightGCNEngine,
  train: BipartiteGraph,
  test: Edges,
  { embeddingDim, itemNormExponent }: LightGCNConfig,
) {
  const users = Int32Array.from(new Set(test.users)).sort();
  const k = VALIDATION_K;
  const ranker = new EngineRanker({ engine, graph: train, users, embeddingDim, itemNormExponent, k });
  return async () => {
    await ranker.refresh();
    const [metrics] = await evaluateRanking({ ranker, train, test, ks: [k] });
    return metrics!;
  };
}
