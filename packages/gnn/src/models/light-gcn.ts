import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { createMatrix, type Matrix, rowOf } from '../tensor/matrix.ts';

/** The arrays of a trained LightGCN, all row-major and owned by the model. */
export interface LightGCNEmbeddings {
  readonly numLayers: number;
  /** numUsers x embeddingDim: final user embeddings, the mean over layers. */
  readonly userEmbeddings: Matrix;
  /** numItems x embeddingDim: final item embeddings. A score is the dot product of a user's and an item's. */
  readonly itemEmbeddings: Matrix;
  /** Layer 0 of users and of items: the trained table, from which training can continue. */
  readonly userTable: Matrix;
  readonly itemTable: Matrix;
  /** numItems x embeddingDim: what an item adds to the vector of a user who is not in the graph, see `foldIn`. */
  readonly foldInVectors: Matrix;
}

/**
 * A trained LightGCN (He et al. 2020, https://arxiv.org/abs/2002.02126).
 *
 * @example
 * import { buildBipartiteGraph, neighborsOf, TopKIndex, trainLightGCN } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1, 1), items: Int32Array.of(0, 1, 1, 2) });
 * const { model } = await trainLightGCN({ graph, config: { embeddingDim: 16 } });
 * const index = new TopKIndex(model.itemEmbeddings);
 * console.log(index.search(model.userEmbedding(0), { k: 1, exclude: neighborsOf(graph.userItems, 0) }).items); // 2
 */
export class LightGCN {
  readonly embeddings: LightGCNEmbeddings;

  constructor(embeddings: LightGCNEmbeddings) {
    this.embeddings = embeddings;
  }

  get numUsers(): number {
    return this.embeddings.userEmbeddings.rows;
  }

  get numItems(): number {
    return this.embeddings.itemEmbeddings.rows;
  }

  get embeddingDim(): number {
    return this.embeddings.itemEmbeddings.columns;
  }

  get itemEmbeddings(): Matrix {
    return this.embeddings.itemEmbeddings;
  }

  get userEmbeddings(): Matrix {
    return this.embeddings.userEmbeddings;
  }

  /** Returns a user's vector, as a view. Throws a RangeError for a user whom the model does not know. */
  userEmbedding(user: number): Float32Array {
    if (!Number.isInteger(user) || user < 0 || user >= this.numUsers) {
      throw new RangeError(`User ${user} is not among the model's ${this.numUsers} users.`);
    }
    return rowOf(this.userEmbeddings, user);
  }

  /**
   * Computes the vector of a user who is not in the graph, from the items of their history N (repeats count once). The layer combination would
   * return it if the user were added and the items' embeddings stayed (the user's own row of the table counts as zero):
   * e_u = 1/(K+1) * sum over k = 1..K and i in N of e_i^(k-1) / sqrt(|N| d_i).
   *
   * An empty history returns zeros. Throws a RangeError for an item that the model does not know.
   */
  foldIn(history: Iterable<number>): Float32Array {
    return foldIn(this.embeddings.foldInVectors, history);
  }
}

/** `LightGCN.foldIn` on the fold-in vectors alone. */
export function foldIn(foldInVectors: Matrix, history: Iterable<number>): Float32Array {
  const items = new Set(history);
  const vector = new Float32Array(foldInVectors.columns);
  for (const item of items) {
    if (!Number.isInteger(item) || item < 0 || item >= foldInVectors.rows) {
      throw new RangeError(`Item ${item} is not among the model's ${foldInVectors.rows} items.`);
    }
    const row = rowOf(foldInVectors, item);
    for (let c = 0; c < vector.length; c++) vector[c]! += row[c]!;
  }
  const scale = items.size > 0 ? 1 / Math.sqrt(items.size) : 0;
  return vector.map((value) => value * scale);
}

/** Splits a matrix over all nodes into its users and its items, copying. */
export function splitNodes(
  nodes: Matrix,
  { numUsers, numItems }: BipartiteGraph,
): { users: Matrix; items: Matrix } {
  const cut = numUsers * nodes.columns;
  return {
    users: createMatrix(numUsers, nodes.columns, nodes.data.slice(0, cut)),
    items: createMatrix(numItems, nodes.columns, nodes.data.slice(cut)),
  };
}
