import type { NormalizedAdjacency } from '../tensor/normalized-adjacency.ts';

/**
 * The definition of LightGCN's output in float64: the mean of E, P E, ..., P^K E, where P = S A S.
 * `table` is numNodes x dim, row-major; the result is a new array.
 */
export function lightGCNReference(
  adjacency: NormalizedAdjacency,
  table: Float64Array,
  dim: number,
  numLayers: number,
): Float64Array {
  let layer = table;
  const sum = table.slice();
  for (let k = 1; k <= numLayers; k++) {
    layer = propagate(adjacency, layer, dim);
    for (let j = 0; j < sum.length; j++) sum[j]! += layer[j]!;
  }
  return sum.map((value) => value / (numLayers + 1));
}

function propagate(
  { numNodes, rowPointers, columns }: NormalizedAdjacency,
  x: Float64Array,
  dim: number,
): Float64Array {
  const degree = (n: number) => rowPointers[n + 1]! - rowPointers[n]!;
  const y = new Float64Array(x.length);
  for (let r = 0; r < numNodes; r++) {
    for (let p = rowPointers[r]!; p < rowPointers[r + 1]!; p++) {
      const c = columns[p]!;
      const weight = 1 / Math.sqrt(degree(r) * degree(c));
      for (let j = 0; j < dim; j++) y[r * dim + j]! += weight * x[c * dim + j]!;
    }
  }
  return y;
}
