import type { Address } from '../kernels/kernel-exports.ts';

/**
 * A batch in shared memory. Slots are the nodes whose outputs the loss needs: first the users, then the shared negatives
 * (sampled softmax only), then the other items. Edges join a user slot to an item slot and carry a score.
 */
export interface LossBatch {
  readonly numPairs: number;
  readonly numUsers: number;
  readonly numNegatives: number;
  readonly numSlots: number;
  /** The node of each slot. */
  readonly nodes: Address;
  /** How often the L2 term counts each slot, divided by the number of pairs. */
  readonly weights: Address;
  /** Edges by user slot: edge e of user u has edgePointers[u] <= e < edgePointers[u + 1]. */
  readonly edgePointers: Address;
  readonly edgeUsers: Address;
  readonly edgeItems: Address;
  /** Edges by item slot, counted from the first item slot: positions in `itemEdges`. */
  readonly itemEdgePointers: Address;
  readonly itemEdges: Address;
  /** The shared negatives (0 .. numNegatives - 1) that a user already likes, by user slot. */
  readonly maskPointers: Address;
  readonly maskNegatives: Address;
}

/** The buffers that the loss reads and writes; rows are `rowBytes` long. */
export interface LossBuffers {
  readonly rowBytes: number;
  /** The outputs of the batch's slots. */
  readonly features: Address;
  /** The gradients by `features`. */
  readonly gradients: Address;
  readonly inverseNorms: Address;
  /** The derivative by each edge's score. */
  readonly coefficients: Address;
  /** Each user's loss, float64, not divided by the number of pairs. */
  readonly losses: Address;
  /** Scores of users with the shared negatives, rows `scoreBytes` apart. */
  readonly scores: Address;
  readonly scoreBytes: number;
  /** The shared negatives packed in panels. */
  readonly panels: Address;
}
