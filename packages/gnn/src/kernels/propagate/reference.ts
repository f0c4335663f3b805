import { createMatrix, type Matrix } from '../../tensor/matrix.ts';
import type { NormalizedAdjacency } from '../../tensor/normalized-adjacency.ts';

/**
 * The definition of propagation: Y = S A S X, one row of X a node, on one thread and in the order of the formula.
 * `x` is numNodes x d; the result is a new matrix.
 */
export function propagateReference(adjacency: NormalizedAdjacency, x: Matrix): Matrix {
  const { rowPointers, columns, inverseRootDegrees } = adjacency;
  const width = x.columns;
  const y = createMatrix(x.rows, width);
  for (let r = 0; r < x.rows; r++) {
    const row = r * width;
    for (let p = rowPointers[r]!; p < rowPointers[r + 1]!; p++) {
      const c = columns[p]!;
      const weight = inverseRootDegrees[r]! * inverseRootDegrees[c]!;
      const neighbor = c * width;
      for (let j = 0; j < width; j++) y.data[row + j]! += weight * x.data[neighbor + j]!;
    }
  }
  return y;
}
