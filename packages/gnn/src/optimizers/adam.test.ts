import { expect, it } from 'vitest';
import { adamReference } from '../kernels/adam/reference.ts';
import { randomMatrix, relativeError } from '../testing/random-matrix.ts';
import { testKernels } from '../testing/test-kernels.ts';
import { ADAM_DEFAULTS, adamStep, updatePlane } from './adam.ts';

it('follows the reference over many steps on scaled parameters', () => {
  const { heap, kernels } = testKernels();
  const rows = 23;
  const scale = Float32Array.from({ length: rows }, (_, r) => 1 / Math.sqrt(1 + r));
  const start = randomMatrix(rows, 16, 1);
  const config = { ...ADAM_DEFAULTS, learningRate: 0.01 };
  const expected = {
    parameters: Float64Array.from(start.data),
    firstMoment: new Float64Array(rows * 16),
    secondMoment: new Float64Array(rows * 16),
  };
  const z = heap.copyFloats(start.data.map((x, j) => x * scale[j >> 4]!));
  const q = heap.allocateFloats(rows * 16);
  const plane = {
    z: z.byteOffset,
    q: q.byteOffset,
    firstMoment: heap.allocate(rows * 64),
    secondMoment: heap.allocate(rows * 64),
    scale: heap.copyFloats(scale).byteOffset,
    unscale: heap.copyFloats(scale.map((s) => 1 / s)).byteOffset,
    rows,
  };

  for (let step = 1; step <= 50; step++) {
    const gradient = randomMatrix(rows, 16, 100 + step).data;
    q.set(gradient.map((g, j) => g * scale[j >> 4]!));
    updatePlane(kernels, plane, adamStep(config, step));
    adamReference(expected, gradient, config, step);
  }

  const moved = relativeError(start.data, expected.parameters);
  expect(moved).toBeGreaterThan(0.01);
  expect(
    relativeError(
      z.map((x, j) => x / scale[j >> 4]!),
      expected.parameters,
    ),
  ).toBeLessThan(1e-6);
});
