/** A dense matrix of float32, row-major: element (r, c) is `data[r * columns + c]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/**
 * Makes a matrix over `data`, which it shares (default: zeros). Throws a RangeError when the size does not fit.
 *
 * @example
 * import { createMatrix } from '@kindred/gnn';
 *
 * const matrix = createMatrix(2, 3, Float32Array.of(1, 2, 3, 4, 5, 6));
 * console.log(matrix.data[1 * matrix.columns + 2]); // 6
 */
export function createMatrix(rows: number, columns: number, data = new Float32Array(rows * columns)): Matrix {
  if (data.length !== rows * columns) {
    throw new RangeError(
      `A ${rows} x ${columns} matrix needs ${rows * columns} numbers, but got ${data.length}.`,
    );
  }
  return { rows, columns, data };
}

/**
 * Returns row `r` as a view: writing to it writes to the matrix.
 *
 * @example
 * import { createMatrix, rowOf } from '@kindred/gnn';
 *
 * console.log(rowOf(createMatrix(2, 2, Float32Array.of(1, 2, 3, 4)), 1)); // 3, 4
 */
export function rowOf(matrix: Matrix, r: number): Float32Array {
  return matrix.data.subarray(r * matrix.columns, (r + 1) * matrix.columns);
}

/**
 * Copies the chosen rows, in the given order.
 *
 * @example
 * import { createMatrix, selectRows } from '@kindred/gnn';
 *
 * console.log(selectRows(createMatrix(3, 1, Float32Array.of(5, 6, 7)), [2, 0]).data); // 7, 5
 */
export function selectRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const selected = createMatrix(rows.length, matrix.columns);
  for (let j = 0; j < rows.length; j++) selected.data.set(rowOf(matrix, rows[j]!), j * matrix.columns);
  return selected;
}

/** Raises the norm of each row of `width` numbers to `exponent`, keeping its direction, in place. Rows of zeros stay. */
export function raiseRowNorms(rows: Float32Array, width: number, exponent: number): void {
  if (exponent === 1) return;
  for (let start = 0; start < rows.length; start += width) {
    let square = 0;
    for (let j = start; j < start + width; j++) square += rows[j]! * rows[j]!;
    const factor = square > 0 ? square ** ((exponent - 1) / 2) : 0;
    for (let j = start; j < start + width; j++) rows[j]! *= factor;
  }
}

/** The dot product of two vectors of one length, in float64. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += a[c]! * b[c]!;
  return sum;
}
