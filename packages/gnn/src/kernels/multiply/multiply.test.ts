import { describe, expect, it } from 'vitest';
import { randomMatrix, relativeError } from '../../testing/random-matrix.ts';
import { testKernels } from '../../testing/test-kernels.ts';
import { multiplyReference, transposeMatrix } from './reference.ts';

describe('the dense product in WebAssembly', () => {
  it.each([
    { rows: 1, columns: 16, depth: 1 },
    { rows: 7, columns: 48, depth: 64 },
    { rows: 32, columns: 512, depth: 64 },
  ])('agrees with the reference: $rows x $depth times $depth x $columns', ({ rows, columns, depth }) => {
    const { heap, kernels } = testKernels();
    const a = randomMatrix(rows, depth, 1);
    const b = randomMatrix(depth, columns, 2);
    const c = heap.allocateFloats(rows * columns);
    const [pa, pb] = [heap.copyFloats(a.data).byteOffset, heap.copyFloats(b.data).byteOffset];

    kernels.multiply(
      pa,
      depth * 4,
      4,
      pb,
      64,
      columns * 4,
      c.byteOffset,
      columns * 4,
      rows,
      columns / 16,
      depth,
      false,
    );

    expect(relativeError(c, multiplyReference(a, b).data)).toBeLessThan(1e-6);
  });

  it('reads a transposed operand and adds to the existing result', () => {
    const { heap, kernels } = testKernels();
    const [rows, columns, depth] = [9, 32, 21];
    const a = randomMatrix(depth, rows, 3);
    const b = randomMatrix(depth, columns, 4);
    const c = heap.allocateFloats(rows * columns).fill(5);
    const [pa, pb] = [heap.copyFloats(a.data).byteOffset, heap.copyFloats(b.data).byteOffset];

    kernels.multiply(
      pa,
      4,
      rows * 4,
      pb,
      64,
      columns * 4,
      c.byteOffset,
      columns * 4,
      rows,
      columns / 16,
      depth,
      true,
    );

    const expected = multiplyReference(transposeMatrix(a), b).data.map((value) => value + 5);
    expect(relativeError(c, expected)).toBeLessThan(1e-6);
  });

  it('reads an operand packed in panels, whatever the number of rows', () => {
    const { heap, kernels } = testKernels();
    const items = randomMatrix(37, 64, 5);
    const queries = randomMatrix(3, 64, 6);
    const panels = heap.allocate(48 * 64 * 4);
    const scores = heap.allocateFloats(3 * 48);

    kernels.packPanels(heap.copyFloats(items.data).byteOffset, 256, 64, 0, 37, panels);
    kernels.multiply(
      heap.copyFloats(queries.data).byteOffset,
      256,
      4,
      panels,
      4096,
      64,
      scores.byteOffset,
      192,
      3,
      3,
      64,
      false,
    );

    const expected = multiplyReference(queries, transposeMatrix(items));
    for (let q = 0; q < 3; q++) {
      expect(
        relativeError(scores.subarray(q * 48, q * 48 + 37), expected.data.subarray(q * 37, q * 37 + 37)),
      ).toBeLessThan(1e-6);
      expect(scores.subarray(q * 48 + 37, q * 48 + 48)).toEqual(new Float32Array(11));
    }
  });
});
