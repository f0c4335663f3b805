import { expect, test } from 'vitest';
import { createStoredTensors } from '../stored-tensors.ts';
import { loadFactors } from './factors.ts';

const load = (userWidth: number, foldInRows = 3) =>
  loadFactors(
    createStoredTensors({
      source: 'model.safetensors',
      numUsers: 2,
      numItems: 3,
      tensors: new Map([
        ['user_embeddings', { shape: [2, userWidth], data: new Float32Array(2 * userWidth) }],
        ['item_embeddings', { shape: [3, 4], data: new Float32Array(12) }],
        ['fold_in_vectors', { shape: [foldInRows, 4], data: new Float32Array(foldInRows * 4) }],
      ]),
    }),
  );

test('vectors have the same width, one for each user and item', () => {
  expect(load(4).knowsUsers).toBe(true);
  expect(() => load(8)).toThrow(
    'model.safetensors: user_embeddings must be float32 of 2 x 4, but is Float32Array of 2 x 8.',
  );
  expect(() => load(4, 2)).toThrow('fold_in_vectors must be float32 of 3 x 4, but is Float32Array of 2 x 4.');
});
