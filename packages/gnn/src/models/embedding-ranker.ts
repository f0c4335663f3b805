import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { neighborsOf } from '../graph/csr.ts';
import { TopKIndex } from '../index/top-k-index.ts';
import type { Ranker } from '../metrics/evaluate-ranking.ts';
import { type Matrix, selectRows } from '../tensor/matrix.ts';

/** Ranks by the dot products of user and item embeddings, leaving out the items that `graph` joins to the user. */
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
