import type { SharedHeap } from '../kernels/shared-heap.ts';

/** The largest numbers that any batch of a run can reach. */
export interface BatchCapacity {
  readonly users: number;
  readonly slots: number;
  readonly edges: number;
  readonly masks: number;
}

/** A batch's lists in shared memory; `LossBatch` says what each holds. */
export interface BatchBuffers {
  readonly nodes: Int32Array;
  readonly weights: Float32Array;
  readonly edgePointers: Int32Array;
  readonly edgeUsers: Int32Array;
  readonly edgeItems: Int32Array;
  readonly itemEdgePointers: Int32Array;
  readonly itemEdges: Int32Array;
  readonly maskPointers: Int32Array;
  readonly maskNegatives: Int32Array;
}

export function allocateBatchBuffers(
  heap: SharedHeap,
  { users, slots, edges, masks }: BatchCapacity,
): BatchBuffers {
  return {
    nodes: heap.allocateInts(slots),
    weights: heap.allocateFloats(slots),
    edgePointers: heap.allocateInts(users + 1),
    edgeUsers: heap.allocateInts(edges),
    edgeItems: heap.allocateInts(edges),
    itemEdgePointers: heap.allocateInts(slots + 1),
    itemEdges: heap.allocateInts(edges),
    maskPointers: heap.allocateInts(users + 1),
    maskNegatives: heap.allocateInts(masks),
  };
}
