import { createMatrix, type Matrix } from '../tensor/matrix.ts';
import { createRandom } from '../tensor/random.ts';

export function randomMatrix(rows: number, columns: number, seed: number, deviation = 1): Matrix {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, columns);
  for (let j = 0; j < matrix.data.length; j++) matrix.data[j] = deviation * random.normal();
  return matrix;
}

/** The largest difference, relative to the largest number of `expected`. */
export function relativeError(actual: Float32Array, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let difference = 0;
  let largest = 1e-30;
  for (let j = 0; j < actual.length; j++) {
    difference = Math.max(difference, Math.abs(actual[j]! - expected[j]!));
    largest = Math.max(largest, Math.abs(expected[j]!));
    if (Number.isNaN(actual[j])) return Infinity;
  }
  return difference / largest;
}
