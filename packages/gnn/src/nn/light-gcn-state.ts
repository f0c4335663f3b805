import type { Address } from '../kernels/kernel-exports.ts';
import { type RowBlock, rowBlocks } from '../kernels/propagate/row-blocks.ts';
import type { SharedHeap } from '../kernels/shared-heap.ts';
import type { Matrix } from '../tensor/matrix.ts';
import type { NormalizedAdjacency } from '../tensor/normalized-adjacency.ts';
import { PLANE_ROW_BYTES, packPlanes, planeCount } from '../tensor/planes.ts';

/**
 * LightGCN's table and scratch space in shared memory, as addresses, so that the state can be sent to threads.
 * Everything with one row per node is stored scaled, z = S x (see `assembly/propagate.ts`), in planes.
 */
export interface LightGCNState {
  readonly numNodes: number;
  readonly numPlanes: number;
  /** K: how often embeddings are propagated. */
  readonly numLayers: number;
  readonly rowPointers: Address;
  readonly columns: Address;
  readonly blocks: readonly RowBlock[];
  readonly inverseRootDegrees: Address;
  readonly inverseDegrees: Address;
  readonly rootDegrees: Address;
  /** Layer 0, the trained table, followed by at least two more: layers 1..K-1, which the way back reuses. */
  readonly layers: Address;
  readonly layerBytes: number;
}

/** Copies a graph and a start table (numNodes x embeddingDim, not scaled) into `heap`. */
export function allocateLightGCNState(
  heap: SharedHeap,
  adjacency: NormalizedAdjacency,
  table: Matrix,
  numLayers: number,
): LightGCNState {
  const { numNodes } = adjacency;
  const numPlanes = planeCount(table.columns);
  const layerBytes = numPlanes * numNodes * PLANE_ROW_BYTES;
  const rowPointers = heap.copyInts(adjacency.rowPointers).byteOffset;
  const columns = heap.copyInts(adjacency.columns).byteOffset;
  const inverseRootDegrees = heap.copyFloats(adjacency.inverseRootDegrees).byteOffset;
  const inverseDegrees = heap.copyFloats(adjacency.inverseDegrees).byteOffset;
  const rootDegrees = heap.copyFloats(adjacency.rootDegrees).byteOffset;
  const layers = heap.allocate(Math.max(3, numLayers) * layerBytes);
  packPlanes(
    table,
    new Float32Array(heap.memory.buffer, layers, layerBytes / 4),
    adjacency.inverseRootDegrees,
  );
  return {
    numNodes,
    numPlanes,
    numLayers,
    rowPointers,
    columns,
    blocks: rowBlocks(adjacency),
    inverseRootDegrees,
    inverseDegrees,
    rootDegrees,
    layers,
    layerBytes,
  };
}

/** Where plane `plane` of layer `layer` begins. */
export function planeAddress(state: LightGCNState, layer: number, plane: number): Address {
  return state.layers + layer * state.layerBytes + plane * state.numNodes * PLANE_ROW_BYTES;
}
