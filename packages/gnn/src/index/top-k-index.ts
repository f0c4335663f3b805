import type { KernelExports } from '../kernels/kernel-exports.ts';
import { instantiateKernels, loadKernelModule } from '../kernels/load-kernels.ts';
import { SharedHeap } from '../kernels/shared-heap.ts';
import type { TopKList } from '../kernels/top-k/reference.ts';
import type { Matrix } from '../tensor/matrix.ts';

export interface SearchOptions {
  /** How many items are wanted. */
  readonly k: number;
  /** Items to leave out, in any order; ids outside the index are ignored. */
  readonly exclude?: ArrayLike<number>;
}

export interface BatchSearchOptions {
  readonly k: number;
  /** Items to leave out for each query. */
  readonly exclude?: readonly ArrayLike<number>[];
}

/** Scratch for the kernel, a batch's queries and their results. A search with more queries runs in several parts. */
const SCRATCH_BYTES = 32_768;
const QUERIES_PER_RUN = 256;

/**
 * Exact search for the items with the largest dot products with a query: no training, no approximation, and with
 * SIMD fast enough for hundreds of thousands of items (see `npm run bench -- topk`).
 *
 * The index copies the item vectors into its own memory, which is freed with it. Searches run on the calling
 * thread. Scores are float32 sums. Of two equal scores the lower item comes first, so the order is the same everywhere.
 *
 * @example
 * import { createMatrix, TopKIndex } from '@kindred/gnn';
 *
 * const index = new TopKIndex(createMatrix(3, 2, Float32Array.of(1, 0, 0, 1, 1, 1)));
 * const { items, scores } = index.search(Float32Array.of(2, 1), { k: 2, exclude: [0] });
 * console.log(items, scores); // 2, 1 and 3, 1
 */
export class TopKIndex {
  readonly numItems: number;
  readonly dim: number;
  readonly #heap = new SharedHeap();
  readonly #kernels: KernelExports;
  readonly #panels: number;
  readonly #scratch: number;
  readonly #queries: Float32Array;
  readonly #excludedFrom: Int32Array;
  readonly #excludedTo: Int32Array;
  #excluded = new Int32Array() as Int32Array;
  #items = new Int32Array() as Int32Array;
  #scores = new Float32Array() as Float32Array;

  /** `items` is numItems x dim. Throws when the kernels are not built. */
  constructor(items: Matrix) {
    this.numItems = items.rows;
    this.dim = items.columns;
    this.#kernels = instantiateKernels(loadKernelModule(), this.#heap.memory);
    this.#panels = this.#heap.allocate(Math.ceil(items.rows / 16) * 64 * items.columns);
    packInto(new Float32Array(this.#heap.memory.buffer, this.#panels), items);
    this.#scratch = this.#heap.allocate(SCRATCH_BYTES);
    this.#queries = this.#heap.allocateFloats(QUERIES_PER_RUN * items.columns);
    this.#excludedFrom = this.#heap.allocateInts(QUERIES_PER_RUN);
    this.#excludedTo = this.#heap.allocateInts(QUERIES_PER_RUN);
  }

  /**
   * Returns the `k` best items for one query of `dim` numbers, filled up with -1 if there are fewer. Throws a RangeError for
   * a wrong length or k. A NaN or -Infinity score is never among the best.
   */
  search(query: Float32Array, { k, exclude = [] }: SearchOptions): TopKList {
    return this.searchBatch(query, { k, exclude: [exclude] });
  }

  /** `search` for several queries, one after the other in `queries`. Results are in the same order, k per query. */
  searchBatch(queries: Float32Array, { k, exclude }: BatchSearchOptions): TopKList {
    const numQueries = queries.length / this.dim;
    if (!Number.isInteger(numQueries)) {
      throw new RangeError(
        `Queries of ${queries.length} numbers do not fit an index of ${this.dim} columns.`,
      );
    }
    if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}; it must be a positive integer.`);
    if (exclude && exclude.length !== numQueries) {
      throw new RangeError(
        `There are ${numQueries} queries, but ${exclude.length} lists of items to exclude.`,
      );
    }
    const list = { items: new Int32Array(numQueries * k), scores: new Float32Array(numQueries * k) };
    for (let from = 0; from < numQueries; from += QUERIES_PER_RUN) {
      const to = Math.min(from + QUERIES_PER_RUN, numQueries);
      this.#searchRun(queries.subarray(from * this.dim, to * this.dim), k, exclude?.slice(from, to) ?? []);
      list.items.set(this.#items.subarray(0, (to - from) * k), from * k);
      list.scores.set(this.#scores.subarray(0, (to - from) * k), from * k);
    }
    return list;
  }

  #searchRun(queries: Float32Array, k: number, exclude: readonly ArrayLike<number>[]): void {
    const numQueries = queries.length / this.dim;
    this.#reserve(numQueries * k, exclude);
    this.#queries.set(queries);
    this.#kernels.topK(
      this.#queries.byteOffset,
      this.dim * 4,
      0,
      numQueries,
      this.#panels,
      this.numItems,
      this.dim,
      this.#excluded.byteOffset,
      this.#excludedFrom.byteOffset,
      this.#excludedTo.byteOffset,
      k,
      this.#items.byteOffset,
      this.#scores.byteOffset,
      this.#scratch,
    );
  }

  #reserve(numResults: number, exclude: readonly ArrayLike<number>[]): void {
    if (this.#items.length < numResults) {
      this.#items = this.#heap.allocateInts(2 * numResults);
      this.#scores = this.#heap.allocateFloats(2 * numResults);
    }
    const numExcluded = exclude.reduce((sum, list) => sum + list.length, 0);
    if (this.#excluded.length < numExcluded) this.#excluded = this.#heap.allocateInts(2 * numExcluded);
    this.#excludedTo.fill(0);
    this.#excludedFrom.fill(0);
    let end = 0;
    exclude.forEach((list, q) => {
      // The kernel walks the list along with the items, so it must ascend.
      const sorted = Int32Array.from(list).sort();
      this.#excluded.set(sorted, end);
      this.#excludedFrom[q] = end;
      this.#excludedTo[q] = end += sorted.length;
    });
  }
}

function packInto(panels: Float32Array, { rows, columns, data }: Matrix): void {
  for (let i = 0; i < rows; i++) {
    const panel = (i >> 4) * 16 * columns + (i & 15);
    for (let c = 0; c < columns; c++) panels[panel + c * 16] = data[i * columns + c]!;
  }
}
