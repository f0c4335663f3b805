import { dot, type Matrix, rowOf } from '../../tensor/matrix.ts';

export interface ScoredEdges {
  /** Edges by user: pointers[u] <= e < pointers[u + 1]. Users are the first rows of the features. */
  readonly pointers: Int32Array;
  /** The row of each edge's item. */
  readonly items: Int32Array;
}

export interface EdgeLoss {
  /** The loss of each user. */
  readonly losses: Float64Array;
  /** The derivative by each edge's score. */
  readonly coefficients: Float64Array;
}

/** Bayesian personalised ranking: edges come as (positive, negative); the loss is the sum of -log sigmoid(s_positive - s_negative). */
export function bprReference(features: Matrix, { pointers, items }: ScoredEdges): EdgeLoss {
  const numUsers = pointers.length - 1;
  const losses = new Float64Array(numUsers);
  const coefficients = new Float64Array(items.length);
  for (let u = 0; u < numUsers; u++) {
    const score = (e: number) => dot(rowOf(features, u), rowOf(features, items[e]!));
    for (let e = pointers[u]!; e < pointers[u + 1]!; e += 2) {
      const x = score(e) - score(e + 1);
      losses[u]! += Math.log1p(Math.exp(-x));
      coefficients[e] = -1 / (1 + Math.exp(x));
      coefficients[e + 1] = -coefficients[e]!;
    }
  }
  return { losses, coefficients };
}
