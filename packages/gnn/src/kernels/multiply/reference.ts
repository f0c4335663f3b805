import { createMatrix, type Matrix } from '../../tensor/matrix.ts';

/** C = A B, summed in float64. */
export function multiplyReference(a: Matrix, b: Matrix): Matrix {
  const c = createMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.columns; j++) {
      let sum = 0;
      for (let k = 0; k < a.columns; k++) sum += a.data[i * a.columns + k]! * b.data[k * b.columns + j]!;
      c.data[i * b.columns + j] = sum;
    }
  }
  return c;
}

/** The transpose, copied. */
export function transposeMatrix(a: Matrix): Matrix {
  const t = createMatrix(a.columns, a.rows);
  for (let r = 0; r < a.rows; r++) {
    for (let c = 0; c < a.columns; c++) t.data[c * a.rows + r] = a.data[r * a.columns + c]!;
  }
  return t;
}
