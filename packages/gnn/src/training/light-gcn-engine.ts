import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { normalizedAdjacency } from '../graph/normalized-adjacency.ts';
import { SharedHeap } from '../kernels/shared-heap.ts';
import { KernelPool } from '../kernels/threads/kernel-pool.ts';
import type { PackArgs, TopKArgs } from '../kernels/top-k/tasks.ts';
import type { LossBatch, LossBuffers } from '../losses/loss-batch.ts';
import { allocateLightGCNState, type LightGCNState } from '../nn/light-gcn-state.ts';
import { ADAM_DEFAULTS, adamStep } from '../optimizers/adam.ts';
import { createMatrix, type Matrix } from '../tensor/matrix.ts';
import { paddedColumns, planeCount, unpackPlanes } from '../tensor/planes.ts';
import type { BatchCapacity } from './batch-buffers.ts';
import type { RankingEngine } from './engine-ranker.ts';
import type { Stepper } from './epoch-runner.ts';
import type { LightGCNConfig } from './light-gcn-config.ts';
import type { LightGCNTasks, ReadArgs, StepArgs } from './light-gcn-tasks.ts';

export interface EngineOptions {
  readonly graph: BipartiteGraph;
  readonly config: LightGCNConfig;
  readonly table: Matrix;
  readonly threads: number;
  readonly capacity: BatchCapacity;
  /** Shared negatives of a batch. */
  readonly numShared: number;
}

/** A LightGCN in training: its memory, its threads, and the operations on them. */
export class LightGCNEngine implements RankingEngine, Stepper {
  readonly heap: SharedHeap;
  readonly state: LightGCNState;
  readonly threads: number;
  readonly #pool: KernelPool<LightGCNTasks>;
  readonly #config: LightGCNConfig;
  readonly #buffers: LossBuffers;
  readonly #losses: Float64Array;
  readonly #moments: { first: number; second: number };
  readonly #rows: Float32Array;
  #step = 0;

  private constructor(options: EngineOptions, heap: SharedHeap, pool: KernelPool<LightGCNTasks>) {
    const { graph, config, table, capacity, numShared } = options;
    this.heap = heap;
    this.threads = pool.threads;
    this.#pool = pool;
    this.#config = config;
    this.state = allocateLightGCNState(heap, normalizedAdjacency(graph), table, config.numLayers);
    this.#moments = {
      first: heap.allocate(this.state.layerBytes),
      second: heap.allocate(this.state.layerBytes),
    };
    this.#losses = heap.allocateDoubles(capacity.users);
    const rowBytes = paddedColumns(config.embeddingDim) * 4;
    // One cache line more than the scores need, because rows a power of two apart would share cache sets.
    const scoreBytes = numShared * 4 + 64;
    this.#buffers = {
      rowBytes,
      scoreBytes,
      features: heap.allocate(capacity.slots * rowBytes),
      gradients: heap.allocate(capacity.slots * rowBytes),
      inverseNorms: heap.allocate(capacity.slots * 4),
      coefficients: heap.allocate(capacity.edges * 4),
      losses: this.#losses.byteOffset,
      scores: heap.allocate(numShared > 0 ? capacity.users * scoreBytes : 0),
      panels: heap.allocate(numShared * rowBytes),
    };
    this.#rows = heap.allocateFloats(graph.numNodes * (rowBytes / 4));
  }

  /** The threads split the columns 16 at a time, so at most embeddingDim / 16 threads start. */
  static async start(options: EngineOptions): Promise<LightGCNEngine> {
    const heap = new SharedHeap();
    const threads = Math.min(options.threads, planeCount(options.config.embeddingDim));
    const tasksUrl = new URL('./light-gcn-tasks.ts', import.meta.url);
    const pool = await KernelPool.start<LightGCNTasks>({ threads, heap, tasksUrl });
    try {
      return new LightGCNEngine(options, heap, pool);
    } catch (error) {
      await pool.dispose();
      throw error;
    }
  }

  /** Makes one training step and returns the batch's loss, without the L2 term. */
  async step(batch: LossBatch, learningRate: number): Promise<number> {
    this.#step++;
    await this.#pool.run('step', this.#stepArgs(batch, learningRate));
    return this.#loss(batch);
  }

  /** The batch's loss and its gradient by the table (numNodes x embeddingDim), without an update. */
  async gradient(batch: LossBatch): Promise<{ loss: number; gradient: Matrix }> {
    await this.#pool.run('gradient', this.#stepArgs(batch, 0));
    // `backwardLayers` alternates between layers 1 and 2, beginning with 1.
    const layer = this.#config.numLayers < 2 || this.#config.numLayers % 2 === 1 ? 1 : 2;
    const { state } = this;
    const planes = new Float32Array(
      this.heap.memory.buffer,
      state.layers + layer * state.layerBytes,
      state.layerBytes / 4,
    );
    const unscale = new Float32Array(this.heap.memory.buffer, state.rootDegrees, state.numNodes);
    return {
      loss: this.#loss(batch),
      gradient: unpackPlanes(planes, state.numNodes, this.#config.embeddingDim, unscale),
    };
  }

  /** Copies the embeddings of all nodes, or of the listed ones (an Int32 list in the heap), into a matrix. */
  async read(what: ReadArgs['what'], nodes?: Int32Array): Promise<Matrix> {
    const rows = await this.#readPadded(what, nodes);
    const { embeddingDim } = this.#config;
    const width = paddedColumns(embeddingDim);
    const count = rows.length / width;
    const matrix = createMatrix(count, embeddingDim);
    for (let r = 0; r < count; r++) {
      matrix.data.set(rows.subarray(r * width, r * width + embeddingDim), r * embeddingDim);
    }
    return matrix;
  }

  readFinal(nodes: Int32Array): Promise<Float32Array> {
    return this.#readPadded('final', nodes);
  }

  packPanels(args: PackArgs): Promise<void> {
    return this.#pool.run('packPanels', args);
  }

  topK(args: TopKArgs): Promise<void> {
    return this.#pool.run('topK', args);
  }

  /** A copy of the table as the kernels hold it. */
  snapshot(): Float32Array {
    return this.#table().slice();
  }

  restore(snapshot: Float32Array): void {
    this.#table().set(snapshot);
  }

  dispose(): Promise<void> {
    return this.#pool.dispose();
  }

  /** `read` without a copy: a view of the heap, rows padded to whole planes, valid until the next read. */
  async #readPadded(what: ReadArgs['what'], nodes?: Int32Array): Promise<Float32Array> {
    const count = nodes?.length ?? this.state.numNodes;
    await this.#pool.run('read', {
      state: this.state,
      what,
      nodes: nodes?.byteOffset ?? 0,
      count,
      rows: this.#rows.byteOffset,
    });
    return this.#rows.subarray(0, count * paddedColumns(this.#config.embeddingDim));
  }

  #table(): Float32Array {
    return new Float32Array(this.heap.memory.buffer, this.state.layers, this.state.layerBytes / 4);
  }

  #stepArgs(batch: LossBatch, learningRate: number): StepArgs {
    return {
      state: this.state,
      loss: this.#config.loss,
      batch,
      buffers: this.#buffers,
      l2: this.#config.l2,
      adam: adamStep({ ...ADAM_DEFAULTS, learningRate }, Math.max(1, this.#step)),
      moments: this.#moments,
    };
  }

  #loss({ numUsers, numPairs }: LossBatch): number {
    let sum = 0;
    for (let u = 0; u < numUsers; u++) sum += this.#losses[u]!;
    return sum / numPairs;
  }
}
