import { describe, expect, it } from 'vitest';
import { rowOf } from '../../tensor/matrix.ts';
import { randomMatrix, relativeError } from '../../testing/random-matrix.ts';
import { testKernels } from '../../testing/test-kernels.ts';
import { multiplyReference, transposeMatrix } from '../multiply/reference.ts';
import { sampledSoftmaxReference } from './reference.ts';

const NUM_USERS = 3;
const NUM_NEGATIVES = 16;

function run(deviation: number, masks: readonly (readonly number[])[], temperature: number) {
  const { heap, kernels } = testKernels();
  const features = randomMatrix(NUM_USERS + NUM_NEGATIVES + 4, 32, 1, deviation);
  const edges = { pointers: Int32Array.of(0, 1, 1, 4), items: Int32Array.of(19, 20, 21, 22) };
  const users = { rows: NUM_USERS, columns: 32, data: features.data.subarray(0, NUM_USERS * 32) };
  const negatives = {
    rows: NUM_NEGATIVES,
    columns: 32,
    data: features.data.subarray(NUM_USERS * 32, 19 * 32),
  };
  const scores = heap.copyFloats(multiplyReference(users, transposeMatrix(negatives)).data);
  const coefficients = heap.allocateFloats(4);
  const losses = heap.allocateDoubles(NUM_USERS);
  const pointers = [0, ...masks.map((_, u) => masks.slice(0, u + 1).flat().length)];
  kernels.sampledSoftmax(
    scores.byteOffset,
    NUM_NEGATIVES * 4,
    NUM_NEGATIVES,
    heap.copyInts(Int32Array.from(pointers)).byteOffset,
    heap.copyInts(Int32Array.from(masks.flat())).byteOffset,
    heap.copyFloats(features.data).byteOffset,
    128,
    heap.copyInts(edges.pointers).byteOffset,
    heap.copyInts(edges.items).byteOffset,
    coefficients.byteOffset,
    losses.byteOffset,
    0,
    NUM_USERS,
    1 / temperature,
    1 / temperature,
  );
  const isMasked = (u: number, j: number) => masks[u]!.includes(j);
  const expected = sampledSoftmaxReference({
    features,
    edges,
    numNegatives: NUM_NEGATIVES,
    isMasked,
    temperature,
  });
  return { scores, coefficients, losses, expected };
}

describe('sampled softmax in WebAssembly', () => {
  it.each([
    { deviation: 0.2, temperature: 0.5 },
    { deviation: 1, temperature: 1 },
  ])(
    'agrees with the reference at deviation $deviation, temperature $temperature',
    ({ deviation, temperature }) => {
      const { scores, coefficients, losses, expected } = run(deviation, [[2, 9], [], [15]], temperature);
      expect(relativeError(Float32Array.from(losses), expected.losses)).toBeLessThan(1e-5);
      expect(relativeError(coefficients, expected.coefficients)).toBeLessThan(1e-5);
      expect(relativeError(scores, expected.scoreGradients)).toBeLessThan(1e-5);
      expect(scores[9]).toBe(0);
    },
  );

  it('stays finite when scores overflow an exponential', () => {
    const { scores, coefficients, losses } = run(10, [[], [], []], 0.1);
    for (const values of [scores, coefficients, losses]) expect(values.every(Number.isFinite)).toBe(true);
    expect(losses.some((loss) => loss > 100)).toBe(true);
  });

  it('has nothing to learn from a user without negatives', () => {
    const all = Array.from({ length: NUM_NEGATIVES }, (_, j) => j);
    const { scores, coefficients, losses } = run(1, [all, all, all], 1);
    expect(Math.abs(losses[0]!) + Math.abs(losses[2]!)).toBe(0);
    expect(coefficients.every((c) => Math.abs(c) === 0)).toBe(true);
    expect(rowOf({ rows: 3, columns: 16, data: scores }, 2)).toEqual(new Float32Array(16));
  });
});
