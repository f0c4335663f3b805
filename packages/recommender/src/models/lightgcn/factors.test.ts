import { expect, test } from 'vitest';
import { createStoredTensors } from '../stored-tensors.ts';
import { loadFactors } from './factors.ts';

const load = (rows: number, columns: number) =>
  loadFactors(
    createStoredTensors({
      source: 'model.safetensors',
      numItems: 3,
      tensors: new Map([
        ['item_embeddings', { shape: [3, 4], data: new Float32Array(12) }],
        ['fold_in_vectors', { shape: [rows, columns], data: new Float32Array(rows * columns) }],
      ]),
    }),
  );

test('vectors have the same width, one for each item', () => {
  expect(
    load(3, 4)
      .serve(Int32Array.of(7, 8, 9))
      .similarItems(7, 2),
  ).toHaveLength(2);
  expect(() => load(3, 8)).toThrow(
    'model.safetensors: fold_in_vectors must be float32 of 3 x 4, but is Float32Array of 3 x 8.',
  );
  expect(() => load(2, 4)).toThrow('fold_in_vectors must be float32 of 3 x 4, but is Float32Array of 2 x 4.');
});
