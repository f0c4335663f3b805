/**
 * @file The leading singular vectors of the normalised user-item matrix R' = D_u^-1/2 R D_i^-1/2, by block power iterations:
 * repeated propagation of LightGCN converges to them, so training that starts from them needs a fraction of its steps.
 */
import { setImmediate } from 'node:timers/promises';
import { createMatrix, type Matrix } from '../tensor/matrix.ts';
import { dotColumns, orthonormalizeColumn } from '../tensor/orthonormal-columns.ts';
import { createRandom } from '../tensor/random.ts';
import { symmetricEigen } from '../tensor/symmetric-eigen.ts';
import type { BipartiteGraph } from './bipartite-graph.ts';
import type { Csr } from './csr.ts';

export interface SpectralEmbedding {
  /** numUsers x rank: left singular vectors as columns. */
  readonly users: Matrix;
  /** numItems x rank: right singular vectors as columns. */
  readonly items: Matrix;
  /** Descending; at most 1. Zero (with zero columns) past the matrix's rank. */
  readonly singularValues: Float64Array;
}

export interface SpectralOptions {
  readonly rank: number;
  readonly seed: number;
  /** Rounds of the power iteration; 3 are enough for a start. */
  readonly iterations?: number;
  /** Aborts the work; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Works on the calling thread, and yields to the event loop after every column. */
export async function spectralEmbedding(
  graph: BipartiteGraph,
  { rank, seed, iterations = 3, signal }: SpectralOptions,
): Promise<SpectralEmbedding> {
  const random = createRandom(seed);
  const userScale = inverseRootDegrees(graph.userItems);
  const itemScale = inverseRootDegrees(graph.itemUsers);
  const toUsers = (item: Float64Array) => multiplyScaled(graph.userItems, item, itemScale, userScale);
  const toItems = (user: Float64Array) => multiplyScaled(graph.itemUsers, user, userScale, itemScale);

  const items: Float64Array[] = Array.from({ length: rank }, () =>
    Float64Array.from({ length: graph.numItems }, () => random.normal()),
  );
  for (let round = 0; round < iterations; round++) {
    for (let j = 0; j < rank; j++) {
      items[j] = toItems(toUsers(items[j]!));
      orthonormalizeColumn(items, j);
      await setImmediate();
      signal?.throwIfAborted();
    }
  }

  // Rayleigh-Ritz: the subspace's own singular vectors are the eigenvectors of (R' V)' (R' V).
  const users = items.map(toUsers);
  const gram = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) gram[i * rank + j] = gram[j * rank + i] = dotColumns(users[i]!, users[j]!);
  }
  const { values, vectors } = symmetricEigen(gram, rank);
  const singularValues = values.map((value) => (value > 1e-12 ? Math.sqrt(value) : 0));
  return {
    users: rotate(
      users,
      vectors,
      singularValues.map((value) => (value > 0 ? 1 / value : 0)),
    ),
    items: rotate(
      items,
      vectors,
      singularValues.map((value) => (value > 0 ? 1 : 0)),
    ),
    singularValues,
  };
}

function inverseRootDegrees({ numRows, rowPointers }: Csr): Float64Array {
  return Float64Array.from(
    { length: numRows },
    (_, r) => 1 / Math.sqrt(Math.max(1, rowPointers[r + 1]! - rowPointers[r]!)),
  );
}

function multiplyScaled(
  csr: Csr,
  x: Float64Array,
  inScale: Float64Array,
  outScale: Float64Array,
): Float64Array {
  const scaled = x.map((value, c) => value * inScale[c]!);
  const y = new Float64Array(csr.numRows);
  for (let r = 0; r < csr.numRows; r++) {
    let sum = 0;
    for (let p = csr.rowPointers[r]!; p < csr.rowPointers[r + 1]!; p++) sum += scaled[csr.columns[p]!]!;
    y[r] = sum * outScale[r]!;
  }
  return y;
}

function rotate(
  columns: readonly Float64Array[],
  vectors: readonly Float64Array[],
  scale: Float64Array,
): Matrix {
  const matrix = createMatrix(columns[0]!.length, columns.length);
  vectors.forEach((vector, j) => {
    columns.forEach((column, i) => {
      const weight = vector[i]! * scale[j]!;
      for (let r = 0; r < matrix.rows; r++) matrix.data[r * matrix.columns + j]! += weight * column[r]!;
    });
  });
  return matrix;
}
