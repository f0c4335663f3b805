/**
 * The symmetric adjacency A of all nodes (users, then items) with what its symmetric normalisation S A S needs: S = D^-1/2.
 * A node without neighbours has S = 1, so that scaling by S and by its inverse undo each other for every node.
 */
export interface NormalizedAdjacency {
  readonly numNodes: number;
  readonly rowPointers: Int32Array;
  readonly columns: Int32Array;
  /** S: d^-1/2. */
  readonly inverseRootDegrees: Float32Array;
  /** S^2: 1 / d. */
  readonly inverseDegrees: Float32Array;
  /** S^-1: d^1/2. */
  readonly rootDegrees: Float32Array;
}
