import { createMatrix, dot, type Matrix, rowOf } from '../../tensor/matrix.ts';

/** Rows divided by their norms; a row of zeros stays. */
export function normalizeRowsReference(matrix: Matrix): Matrix {
  const result = createMatrix(matrix.rows, matrix.columns, matrix.data.slice());
  for (let r = 0; r < matrix.rows; r++) {
    const norm = Math.sqrt(dot(rowOf(matrix, r), rowOf(matrix, r)));
    if (norm === 0) continue;
    for (let c = 0; c < matrix.columns; c++) result.data[r * matrix.columns + c]! /= norm;
  }
  return result;
}
