import { expect, it } from 'vitest';
import { randomMatrix, relativeError } from '../../testing/random-matrix.ts';
import { testKernels } from '../../testing/test-kernels.ts';
import { bprReference } from './reference.ts';

it('agrees with the reference, also where scores are far apart', () => {
  const { heap, kernels } = testKernels();
  const features = randomMatrix(12, 32, 1, 2);
  const edges = { pointers: Int32Array.of(0, 2, 2, 8), items: Int32Array.of(3, 4, 5, 6, 7, 8, 9, 10) };
  const coefficients = heap.allocateFloats(8);
  const losses = heap.allocateDoubles(3);

  kernels.bpr(
    heap.copyFloats(features.data).byteOffset,
    128,
    heap.copyInts(edges.pointers).byteOffset,
    heap.copyInts(edges.items).byteOffset,
    coefficients.byteOffset,
    losses.byteOffset,
    0,
    3,
    0.25,
  );

  const expected = bprReference(features, edges);
  expect(relativeError(Float32Array.from(losses), expected.losses)).toBeLessThan(1e-5);
  expect(
    relativeError(
      coefficients,
      expected.coefficients.map((c) => c / 4),
    ),
  ).toBeLessThan(1e-5);
  expect(losses[1]).toBe(0);
});
