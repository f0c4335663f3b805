import type { BipartiteGraph } from './bipartite-graph.ts';
import type { Csr } from './csr.ts';

export interface DegreeReport {
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
  /** Rows without an entry. */
  readonly numIsolated: number;
}

export interface GraphReport {
  readonly numUsers: number;
  readonly numItems: number;
  readonly numInteractions: number;
  readonly numDuplicates: number;
  /** numInteractions / (numUsers * numItems). */
  readonly density: number;
  readonly userDegree: DegreeReport;
  readonly itemDegree: DegreeReport;
}

/**
 * The size, density and degrees of a graph, for logs and model cards.
 *
 * @example
 * import { buildBipartiteGraph, describeGraph } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 2, 1) });
 * console.log(describeGraph(graph).density); // 0.5
 */
export function describeGraph(graph: BipartiteGraph): GraphReport {
  const { numUsers, numItems, numInteractions, numDuplicates } = graph;
  return {
    numUsers,
    numItems,
    numInteractions,
    numDuplicates,
    density: numInteractions / (numUsers * numItems),
    userDegree: describeDegrees(graph.userItems),
    itemDegree: describeDegrees(graph.itemUsers),
  };
}

function describeDegrees({ rowPointers, numRows, columns }: Csr): DegreeReport {
  const degrees = Int32Array.from(
    { length: numRows },
    (_, r) => rowPointers[r + 1]! - rowPointers[r]!,
  ).sort();
  const firstLinked = degrees.findIndex((degree) => degree > 0);
  return {
    min: degrees[0]!,
    median: (degrees[(numRows - 1) >> 1]! + degrees[numRows >> 1]!) / 2,
    mean: columns.length / numRows,
    max: degrees[numRows - 1]!,
    numIsolated: firstLinked < 0 ? numRows : firstLinked,
  };
}
