import { describe, expect, it } from 'vitest';
import { dotColumns } from '../tensor/orthonormal-columns.ts';
import { symmetricEigen } from '../tensor/symmetric-eigen.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { type BipartiteGraph, buildBipartiteGraph } from './bipartite-graph.ts';
import { degreeOf, hasEdge } from './csr.ts';
import { spectralEmbedding } from './spectral-embedding.ts';

/** R' = D_u^-1/2 R D_i^-1/2, dense. */
function normalizedMatrix({ numUsers, numItems, userItems, itemUsers }: BipartiteGraph): Float64Array[] {
  return Array.from({ length: numUsers }, (_, u) =>
    Float64Array.from({ length: numItems }, (__, i) =>
      hasEdge(userItems, u, i) ? 1 / Math.sqrt(degreeOf(userItems, u) * degreeOf(itemUsers, i)) : 0,
    ),
  );
}

describe('the spectral embedding', () => {
  it('has the singular values of the normalised matrix, the first of them 1', async () => {
    const graph = randomGraph(30, 12, 150, 4);
    const rows = normalizedMatrix(graph);
    const gram = new Float64Array(144);
    for (let i = 0; i < 12; i++) {
      for (let j = 0; j < 12; j++) gram[i * 12 + j] = rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
    }
    const exact = symmetricEigen(gram, 12).values.map((value) => Math.sqrt(Math.max(0, value)));

    const { singularValues } = await spectralEmbedding(graph, { rank: 12, seed: 1 });

    expect(singularValues[0]).toBeCloseTo(1, 6);
    singularValues.forEach((value, j) => {
      expect(value).toBeCloseTo(exact[j]!, 5);
    });
  });

  it('pairs left with right vectors: R times an item vector is the singular value times the user vector', async () => {
    const graph = randomGraph(40, 25, 300, 5);
    const { users, items, singularValues } = await spectralEmbedding(graph, {
      rank: 4,
      seed: 1,
      iterations: 40,
    });
    normalizedMatrix(graph).forEach((row, u) => {
      for (let j = 0; j < 4; j++) {
        const product = row.reduce((sum, value, i) => sum + value * items.data[i * 4 + j]!, 0);
        expect(product).toBeCloseTo(singularValues[j]! * users.data[u * 4 + j]!, 4);
      }
    });
  });

  it('leaves columns past the rank at zero', async () => {
    const graph = buildBipartiteGraph({ users: Int32Array.of(0, 1), items: Int32Array.of(0, 1) });
    const { users, items, singularValues } = await spectralEmbedding(graph, { rank: 5, seed: 2 });
    expect(singularValues.filter((value) => value > 0).length).toBe(2);
    for (const { data } of [users, items]) expect(data.every(Number.isFinite)).toBe(true);
  });
});

describe('the symmetric eigendecomposition', () => {
  it('gives orthonormal vectors that the matrix only stretches', () => {
    const size = 9;
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = Math.sin(i * 7 + j * 3);
    }
    const { values, vectors } = symmetricEigen(matrix, size);
    vectors.forEach((vector, n) => {
      for (let r = 0; r < size; r++) {
        expect(dotColumns(matrix.subarray(r * size, r * size + size), vector)).toBeCloseTo(
          values[n]! * vector[r]!,
          10,
        );
      }
      vectors.forEach((other, m) => {
        expect(dotColumns(vector, other)).toBeCloseTo(n === m ? 1 : 0, 10);
      });
    });
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });
});
