import { dot, type Matrix, rowOf } from '../../tensor/matrix.ts';
import type { EdgeLoss, ScoredEdges } from '../bpr/reference.ts';

export interface SampledSoftmaxInput {
  /** Users first, then the shared negatives, then the other items. */
  readonly features: Matrix;
  readonly edges: ScoredEdges;
  readonly numNegatives: number;
  /** Whether negative j does not count for user u. */
  readonly isMasked: (u: number, j: number) => boolean;
  readonly temperature: number;
}

export interface SampledSoftmaxLoss extends EdgeLoss {
  /** The derivative by the score of each user (row) with each negative (column). */
  readonly scoreGradients: Float64Array;
}

/** Sampled softmax: for each edge -log( exp(s_ui / t) / (exp(s_ui / t) + sum over unmasked j of exp(s_uj / t)) ). */
export function sampledSoftmaxReference(input: SampledSoftmaxInput): SampledSoftmaxLoss {
  const { features, edges, numNegatives, isMasked, temperature } = input;
  const { pointers, items } = edges;
  const numUsers = pointers.length - 1;
  const losses = new Float64Array(numUsers);
  const coefficients = new Float64Array(items.length);
  const scoreGradients = new Float64Array(numUsers * numNegatives);
  for (let u = 0; u < numUsers; u++) {
    const score = (row: number) => dot(rowOf(features, u), rowOf(features, row)) / temperature;
    const weights = Float64Array.from({ length: numNegatives }, (_, j) =>
      isMasked(u, j) ? 0 : Math.exp(score(numUsers + j)),
    );
    const negatives = weights.reduce((sum, weight) => sum + weight, 0);
    for (let e = pointers[u]!; e < pointers[u + 1]!; e++) {
      const positive = Math.exp(score(items[e]!));
      losses[u]! += -Math.log(positive / (positive + negatives));
      coefficients[e] = -negatives / (positive + negatives) / temperature;
      weights.forEach((weight, j) => {
        scoreGradients[u * numNegatives + j]! += weight / (positive + negatives) / temperature;
      });
    }
  }
  return { losses, coefficients, scoreGradients };
}
