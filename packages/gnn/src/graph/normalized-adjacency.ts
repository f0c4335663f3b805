import type { NormalizedAdjacency } from '../tensor/normalized-adjacency.ts';
import type { BipartiteGraph } from './bipartite-graph.ts';

/** The adjacency of a graph's nodes, users before items. */
export function normalizedAdjacency(graph: BipartiteGraph): NormalizedAdjacency {
  const { numUsers, numNodes, numInteractions, userItems, itemUsers } = graph;
  const rowPointers = new Int32Array(numNodes + 1);
  rowPointers.set(userItems.rowPointers);
  for (let i = 0; i <= graph.numItems; i++)
    rowPointers[numUsers + i] = numInteractions + itemUsers.rowPointers[i]!;

  const columns = new Int32Array(2 * numInteractions);
  for (let e = 0; e < numInteractions; e++) columns[e] = numUsers + userItems.columns[e]!;
  columns.set(itemUsers.columns, numInteractions);

  const inverseRootDegrees = new Float32Array(numNodes);
  const inverseDegrees = new Float32Array(numNodes);
  const rootDegrees = new Float32Array(numNodes);
  for (let n = 0; n < numNodes; n++) {
    const degree = Math.max(1, rowPointers[n + 1]! - rowPointers[n]!);
    inverseRootDegrees[n] = 1 / Math.sqrt(degree);
    inverseDegrees[n] = 1 / degree;
    rootDegrees[n] = Math.sqrt(degree);
  }
  return { numNodes, rowPointers, columns, inverseRootDegrees, inverseDegrees, rootDegrees };
}
