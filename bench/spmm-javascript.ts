import type { Matrix } from '@kindred/gnn';
import type { NormalizedAdjacency } from '../packages/gnn/src/tensor/normalized-adjacency.ts';

/**
 * Sparse x dense as a careful author would write it in JavaScript: row-major, weights computed beforehand, eight columns at a
 * time in local variables, written once per row. `x.columns` is a multiple of 8.
 */
export function multiplyUnrolled(
  { rowPointers, columns }: NormalizedAdjacency,
  weights: Float32Array,
  x: Matrix,
  y: Float32Array,
): void {
  const { rows, columns: width, data } = x;
  for (let r = 0; r < rows; r++) {
    const end = rowPointers[r + 1]!;
    for (let j = 0; j < width; j += 8) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let p = rowPointers[r]!; p < end; p++) {
        const weight = weights[p]!;
        const at = columns[p]! * width + j;
        a += weight * data[at]!;
        b += weight * data[at + 1]!;
        c += weight * data[at + 2]!;
        d += weight * data[at + 3]!;
        e += weight * data[at + 4]!;
        f += weight * data[at + 5]!;
        g += weight * data[at + 6]!;
        h += weight * data[at + 7]!;
      }
      const at = r * width + j;
      y[at] = a;
      y[at + 1] = b;
      y[at + 2] = c;
      y[at + 3] = d;
      y[at + 4] = e;
      y[at + 5] = f;
      y[at + 6] = g;
      y[at + 7] = h;
    }
  }
}
