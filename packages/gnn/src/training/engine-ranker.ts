import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import type { SharedHeap } from '../kernels/shared-heap.ts';
import { type PackArgs, TOP_K_SCRATCH_BYTES, type TopKArgs } from '../kernels/top-k/tasks.ts';
import type { Ranker } from '../metrics/evaluate-ranking.ts';
import { raiseRowNorms } from '../tensor/matrix.ts';
import { paddedColumns } from '../tensor/planes.ts';

/** An engine whose nodes have vectors, and which can find the nearest on its threads. */
export interface RankingEngine {
  readonly heap: SharedHeap;
  readonly threads: number;
  /** The final embeddings of the listed nodes: a view of the heap, rows padded to whole planes, valid until the next read. */
  readFinal(nodes: Int32Array): Promise<Float32Array>;
  packPanels(args: PackArgs): Promise<void>;
  topK(args: TopKArgs): Promise<void>;
}

export interface EngineRankerOptions {
  readonly engine: RankingEngine;
  /** The training graph, whose items are excluded. */
  readonly graph: BipartiteGraph;
  /** The users that the caller will ask for, ascending. */
  readonly users: Int32Array;
  readonly embeddingDim: number;
  /** Item vectors are ranked by e |e|^(b - 1) with this b; 1 leaves them as they are. */
  readonly itemNormExponent: number;
  /** The largest k that the caller will ask for. */
  readonly k: number;
}

/**
 * Ranks repeatedly for the same users, with an engine's current table, on its threads and in its memory.
 * Call `refresh()` after the table has changed.
 */
export class EngineRanker implements Ranker {
  readonly #engine: RankingEngine;
  readonly #graph: BipartiteGraph;
  readonly #dim: number;
  readonly #itemNormExponent: number;
  readonly #k: number;
  readonly #users: Int32Array;
  readonly #nodes: Int32Array;
  readonly #panels: number;
  readonly #excluded: number;
  readonly #excludedFrom: Int32Array;
  readonly #excludedTo: Int32Array;
  readonly #items: Int32Array;
  readonly #scores: Float32Array;
  readonly #scratch: number;
  #rows: Float32Array = new Float32Array();

  constructor({ engine, graph, users, embeddingDim, itemNormExponent, k }: EngineRankerOptions) {
    const { heap } = engine;
    this.#engine = engine;
    this.#graph = graph;
    this.#dim = paddedColumns(embeddingDim);
    this.#itemNormExponent = itemNormExponent;
    this.#k = k;
    this.#users = users;
    this.#nodes = heap.allocateInts(users.length + graph.numItems);
    this.#nodes.set(users);
    for (let i = 0; i < graph.numItems; i++) this.#nodes[users.length + i] = graph.numUsers + i;
    this.#panels = heap.allocate(Math.ceil(graph.numItems / 16) * 64 * this.#dim);
    this.#excluded = heap.copyInts(graph.userItems.columns).byteOffset;
    this.#excludedFrom = heap.copyInts(Int32Array.from(users, (u) => graph.userItems.rowPointers[u]!));
    this.#excludedTo = heap.copyInts(Int32Array.from(users, (u) => graph.userItems.rowPointers[u + 1]!));
    this.#items = heap.allocateInts(users.length * k);
    this.#scores = heap.allocateFloats(users.length * k);
    this.#scratch = heap.allocate(engine.threads * TOP_K_SCRATCH_BYTES);
  }

  /** Reads the current embeddings. */
  async refresh(): Promise<void> {
    this.#rows = await this.#engine.readFinal(this.#nodes);
    raiseRowNorms(this.#rows.subarray(this.#users.length * this.#dim), this.#dim, this.#itemNormExponent);
    await this.#engine.packPanels({
      rows: this.#rows.byteOffset + this.#users.length * this.#dim * 4,
      rowBytes: this.#dim * 4,
      dim: this.#dim,
      numItems: this.#graph.numItems,
      panels: this.#panels,
    });
  }

  /** `users` must be a run of those the ranker was made for, in their order. */
  async rank(users: Int32Array, k: number): Promise<Int32Array> {
    const first = this.#users.indexOf(users[0]!);
    if (k > this.#k || first < 0 || this.#users[first + users.length - 1] !== users.at(-1)) {
      throw new RangeError('This ranker was made for other users or a smaller k.');
    }
    await this.#engine.topK({
      queries: this.#rows.byteOffset + first * this.#dim * 4,
      numQueries: users.length,
      panels: this.#panels,
      numItems: this.#graph.numItems,
      dim: this.#dim,
      excluded: this.#excluded,
      excludedFrom: this.#excludedFrom.byteOffset + first * 4,
      excludedTo: this.#excludedTo.byteOffset + first * 4,
      k,
      outItems: this.#items.byteOffset,
      outScores: this.#scores.byteOffset,
      scratch: this.#scratch,
    });
    return this.#items.slice(0, users.length * k);
  }
}
