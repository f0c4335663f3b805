import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { degreeOf, neighborsOf } from '../graph/csr.ts';
import type { Ranker } from '../metrics/evaluate-ranking.ts';

/**
 * The baseline that every model must beat: the items with the most users, without those that the user has. Of equal counts the
 * lower item comes first.
 *
 * @example
 * import { buildBipartiteGraph, createPopularityRanker } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 1, 1), items: Int32Array.of(0, 0, 1) });
 * console.log(await createPopularityRanker(graph).rank(Int32Array.of(0), 1)); // 1
 */
export function createPopularityRanker(graph: BipartiteGraph): Ranker {
  const byPopularity = Int32Array.from({ length: graph.numItems }, (_, i) => i).sort(
    (a, b) => degreeOf(graph.itemUsers, b) - degreeOf(graph.itemUsers, a) || a - b,
  );
  return {
    rank(users, k) {
      const lists = new Int32Array(users.length * k).fill(-1);
      users.forEach((user, j) => {
        const known = new Set(neighborsOf(graph.userItems, user));
        let found = 0;
        for (const item of byPopularity) {
          if (found === k) break;
          if (!known.has(item)) lists[j * k + found++] = item;
        }
      });
      return lists;
    },
  };
}
