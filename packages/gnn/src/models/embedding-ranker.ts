import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { neighborsOf } from '../graph/csr.ts';
import { TopKIndex } from '../index/top-k-index.ts';
import type { Ranker } from '../metrics/evaluate-ranking.ts';
import { type Matrix, selectRows } from '../tensor/matrix.ts';

/**
 * Ranks by the dot products of user (numUsers x dim) and item embeddings (numItems x dim), leaving out items that `graph` joins to
 * the user. Copies the item embeddings and keeps a reference to the user embeddings. Throws when the kernels are not built.
 *
 * @example
 * import { buildBipartiteGraph, createEmbeddingRanker, createMatrix } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0), items: Int32Array.of(0), numItems: 3 });
 * const ranker = createEmbeddingRanker(graph, {
 *   userEmbeddings: createMatrix(1, 2, Float32Array.of(1, 0)),
 *   itemEmbeddings: createMatrix(3, 2, Float32Array.of(9, 0, 1, 0, 2, 0)),
 * });
 * console.log(await ranker.rank(Int32Array.of(0), 2)); // 2, 1
 */
export function createEmbeddingRanker(
  graph: BipartiteGraph,
  embeddings: { readonly userEmbeddings: Matrix; readonly itemEmbeddings: Matrix },
): Ranker {
  const index = new TopKIndex(embeddings.itemEmbeddings);
  return {
    rank(users, k) {
      const queries = selectRows(embeddings.userEmbeddings, users);
      const exclude = Array.from(users, (user) => neighborsOf(graph.userItems, user));
      return index.searchBatch(queries.data, { k, exclude }).items;
    },
  };
}
