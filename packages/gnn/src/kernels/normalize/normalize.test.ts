import { expect, it } from 'vitest';
import { dot, rowOf } from '../../tensor/matrix.ts';
import { randomMatrix, relativeError } from '../../testing/random-matrix.ts';
import { testKernels } from '../../testing/test-kernels.ts';
import { normalizeRowsReference } from './reference.ts';

it('divides rows by their norms and leaves zeros alone', () => {
  const { heap, kernels } = testKernels();
  const matrix = randomMatrix(9, 48, 1);
  rowOf(matrix, 4).fill(0);
  const rows = heap.copyFloats(matrix.data);
  kernels.normalizeRows(rows.byteOffset, heap.allocate(36), 192, 0, 9);
  expect(relativeError(rows, normalizeRowsReference(matrix).data)).toBeLessThan(1e-6);
});

it('turns gradients by normalised rows into gradients by the rows, as finite differences do', () => {
  const { heap, kernels } = testKernels();
  const matrix = randomMatrix(3, 16, 2);
  const outer = randomMatrix(3, 16, 3);
  const rows = heap.copyFloats(matrix.data);
  const gradients = heap.copyFloats(outer.data);
  const norms = heap.allocate(12);
  kernels.normalizeRows(rows.byteOffset, norms, 64, 0, 3);
  kernels.normalizeRowsBackward(rows.byteOffset, norms, gradients.byteOffset, 64, 0, 3);

  const loss = (x: Float64Array, r: number) => {
    const norm = Math.hypot(...x);
    return x.reduce((sum, value, c) => sum + (value / norm) * rowOf(outer, r)[c]!, 0);
  };
  for (let r = 0; r < 3; r++) {
    const row = Float64Array.from(rowOf(matrix, r));
    const expected = row.map((_, c) => {
      const [up, down] = [row.slice(), row.slice()];
      up[c]! += 1e-6;
      down[c]! -= 1e-6;
      return (loss(up, r) - loss(down, r)) / 2e-6;
    });
    const gradient = gradients.subarray(r * 16, r * 16 + 16);
    expect(relativeError(gradient, expected)).toBeLessThan(1e-5);
    expect(Math.abs(dot(gradient, rowOf(matrix, r)))).toBeLessThan(1e-5);
  }
});
