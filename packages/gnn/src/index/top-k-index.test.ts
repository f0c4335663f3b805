import { describe, expect, it } from 'vitest';
import { topKReference } from '../kernels/top-k/reference.ts';
import { createMatrix, rowOf } from '../tensor/matrix.ts';
import { createRandom } from '../tensor/random.ts';
import { randomMatrix, relativeError } from '../testing/random-matrix.ts';
import { TopKIndex } from './top-k-index.ts';

describe('the top-K index', () => {
  it.each([
    { numItems: 1, dim: 1, k: 3 },
    { numItems: 17, dim: 5, k: 4 },
    { numItems: 2000, dim: 64, k: 50 },
    { numItems: 1025, dim: 20, k: 1025 },
  ])('agrees with sorting everything: $numItems items, $dim columns, k = $k', ({ numItems, dim, k }) => {
    const items = randomMatrix(numItems, dim, 1);
    const queries = randomMatrix(20, dim, 2);
    const random = createRandom(3);
    const exclude = Array.from({ length: 20 }, () =>
      Array.from({ length: 30 }, () => random.below(2 * numItems)),
    );

    const found = new TopKIndex(items).searchBatch(queries.data, { k, exclude });

    for (let q = 0; q < 20; q++) {
      const expected = topKReference(items, rowOf(queries, q), k, new Set(exclude[q]));
      const length = expected.items.filter((item) => item >= 0).length;
      const scores = found.scores.subarray(q * k, q * k + length);
      expect(relativeError(scores, expected.scores.subarray(0, length))).toBeLessThan(1e-5);
      expect(found.items.subarray(q * k + length, q * k + k).every((item) => item === -1)).toBe(true);
      const list = found.items.subarray(q * k, q * k + length);
      expect(new Set(list).size).toBe(length);
      expect(list.some((item) => exclude[q]!.includes(item))).toBe(false);
    }
  });

  it('orders integers, whose sums are exact, just as the reference does', () => {
    const random = createRandom(8);
    const items = createMatrix(
      3000,
      8,
      Float32Array.from({ length: 24_000 }, () => random.below(3) - 1),
    );
    const query = Float32Array.from({ length: 8 }, () => random.below(5) - 2);
    const exclude = [2999, 0, 17, 17, 1024];
    const { items: found, scores } = new TopKIndex(items).search(query, { k: 200, exclude });
    const expected = topKReference(items, query, 200, new Set(exclude));
    expect(found).toEqual(expected.items);
    expect(scores).toEqual(expected.scores);
  });

  it('breaks ties by the lower item', () => {
    const items = createMatrix(100, 4, new Float32Array(400).fill(1));
    const { items: found } = new TopKIndex(items).search(Float32Array.of(1, 1, 1, 1), { k: 5, exclude: [1] });
    expect([...found]).toEqual([0, 2, 3, 4, 5]);
  });

  it('gives one query the answer it has in a batch', () => {
    const items = randomMatrix(900, 64, 4);
    const queries = randomMatrix(300, 64, 5);
    const index = new TopKIndex(items);
    const batch = index.searchBatch(queries.data, { k: 10 });
    for (const q of [0, 16, 255, 256, 299]) {
      const single = index.search(rowOf(queries, q), { k: 10 });
      expect(single.items).toEqual(batch.items.slice(q * 10, q * 10 + 10));
      expect(single.scores).toEqual(batch.scores.slice(q * 10, q * 10 + 10));
    }
  });

  it('never returns an item whose score is not a number', () => {
    const items = randomMatrix(40, 4, 6);
    rowOf(items, 7).fill(Number.NaN);
    const { items: found } = new TopKIndex(items).search(Float32Array.of(1, 0, 0, 0), { k: 40 });
    expect(found.filter((item) => item >= 0).length).toBe(39);
    expect(found).not.toContain(7);
  });

  it('refuses queries of another width and a wrong k', () => {
    const index = new TopKIndex(randomMatrix(10, 4, 7));
    expect(() => index.search(new Float32Array(5), { k: 1 })).toThrow(
      'Queries of 5 numbers do not fit an index of 4 columns',
    );
    expect(() => index.search(new Float32Array(4), { k: 0 })).toThrow('k is 0');
  });
});
