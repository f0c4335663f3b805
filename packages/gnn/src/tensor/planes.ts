/**
 * @file The kernels' layout of a node matrix. A plane holds 16 columns of every row, 64 bytes a row; a matrix of d columns
 * is ceil(d / 16) consecutive planes: element (r, c) is at ((c >> 4) * rows + r) * 16 + (c & 15). Unused columns are zero.
 */
import { createMatrix, type Matrix } from './matrix.ts';

export const PLANE_COLUMNS = 16;
export const PLANE_ROW_BYTES = 64;

export function planeCount(columns: number): number {
  return Math.ceil(columns / PLANE_COLUMNS);
}

/** The row width that holds `columns` columns and is a whole number of planes. */
export function paddedColumns(columns: number): number {
  return planeCount(columns) * PLANE_COLUMNS;
}

/** Writes `matrix` into `planes` (planeCount(columns) * rows * 16 floats), each row times `rowScale`, if given. */
export function packPlanes(matrix: Matrix, planes: Float32Array, rowScale?: Float32Array): void {
  const { rows, columns, data } = matrix;
  planes.fill(0);
  for (let r = 0; r < rows; r++) {
    const scale = rowScale ? rowScale[r]! : 1;
    for (let c = 0; c < columns; c++) {
      planes[((c >> 4) * rows + r) * PLANE_COLUMNS + (c & 15)] = scale * data[r * columns + c]!;
    }
  }
}

/** Reads `planes` back into a row-major matrix, each row times `rowScale`, if given. */
export function unpackPlanes(
  planes: Float32Array,
  rows: number,
  columns: number,
  rowScale?: Float32Array,
): Matrix {
  const matrix = createMatrix(rows, columns);
  for (let r = 0; r < rows; r++) {
    const scale = rowScale ? rowScale[r]! : 1;
    for (let c = 0; c < columns; c++) {
      matrix.data[r * columns + c] = scale * planes[((c >> 4) * rows + r) * PLANE_COLUMNS + (c & 15)]!;
    }
  }
  return matrix;
}
