/**
 * @file LightGCN's propagation (He et al. 2020, equations 3 to 8) on one plane of 16 columns, and the way back.
 *
 * E^(k) = (S A S) E^(k-1), and the output is the mean of E^(0) .. E^(K). A batch needs the output of only a few nodes, so the
 * last layer is computed only for those nodes, and on the way back the first product is pushed from them.
 * The map is symmetric: the gradient by E^(0) is the same mean of the propagated gradient by the output.
 */
import type { Address, KernelExports } from '../kernels/kernel-exports.ts';
import { PLANE_ROW_BYTES } from '../tensor/planes.ts';
import { type LightGCNState, planeAddress } from './light-gcn-state.ts';

/** Fills layers 1..K-1 of a plane. */
export function propagateLayers(kernels: KernelExports, state: LightGCNState, plane: number): void {
  for (let k = 1; k < state.numLayers; k++) propagateOnce(kernels, state, plane, k - 1, k);
}

export interface RowsOut {
  /** The requested nodes (an Int32 list), or 0 for nodes 0, 1, 2, ... */
  readonly nodes: Address;
  readonly from: number;
  readonly to: number;
  /** Row-major output, rows `rowBytes` apart; this plane's columns are written. */
  readonly rows: Address;
  readonly rowBytes: number;
}

/** The final embeddings of some nodes, after `propagateLayers`. */
export function combineLayers(
  kernels: KernelExports,
  state: LightGCNState,
  plane: number,
  out: RowsOut,
): void {
  const { numLayers } = state;
  combine(kernels, state, plane, out, {
    numLayers: Math.max(1, numLayers),
    withLast: numLayers > 0,
    unscale: state.rootDegrees,
    weight: 1 / (numLayers + 1),
  });
}

/** The trained table itself, E^(0), of some nodes. */
export function readTable(kernels: KernelExports, state: LightGCNState, plane: number, out: RowsOut): void {
  combine(kernels, state, plane, out, {
    numLayers: 1,
    withLast: false,
    unscale: state.rootDegrees,
    weight: 1,
  });
}

/**
 * What each node contributes to a new neighbour, after `propagateLayers`: the sum of E^(0) .. E^(K-1), divided by (K + 1) and by the
 * root of the node's degree. A new node's output is the sum over its neighbours divided by the root of their number.
 */
export function combineFoldIn(
  kernels: KernelExports,
  state: LightGCNState,
  plane: number,
  out: RowsOut,
): void {
  const { numLayers } = state;
  const weight = numLayers === 0 ? 0 : 1 / (numLayers + 1);
  combine(kernels, state, plane, out, {
    numLayers: Math.max(1, numLayers),
    withLast: false,
    unscale: 0,
    weight,
  });
}

export interface BatchGradient {
  readonly nodes: Address;
  readonly count: number;
  /** Gradients by the outputs of `nodes`, row-major. */
  readonly gradients: Address;
  readonly rowBytes: number;
}

/**
 * Computes the gradient by the table, scaled (q = S dL/dE^(0)), from that of a batch's outputs. Overwrites layers 1 and 2 of the plane,
 * and returns the address of q, which is one of the two.
 */
export function backwardLayers(
  kernels: KernelExports,
  state: LightGCNState,
  plane: number,
  batch: BatchGradient,
): Address {
  const { numLayers, numNodes, rowPointers, columns, inverseRootDegrees, inverseDegrees } = state;
  const weight = 1 / (numLayers + 1);
  const rows = batch.gradients + plane * PLANE_ROW_BYTES;
  const addBatch = (q: Address) =>
    kernels.scatterRows(batch.nodes, batch.count, inverseRootDegrees, weight, rows, batch.rowBytes, q);

  let layer = 1;
  let q = planeAddress(state, layer, plane);
  kernels.clear(q, numNodes * PLANE_ROW_BYTES);
  if (numLayers > 0) {
    kernels.pushRows(
      rowPointers,
      columns,
      inverseRootDegrees,
      inverseDegrees,
      batch.nodes,
      batch.count,
      weight,
      rows,
      batch.rowBytes,
      q,
    );
  }
  addBatch(q);
  for (let k = 1; k < numLayers; k++) {
    propagateOnce(kernels, state, plane, layer, 3 - layer);
    layer = 3 - layer;
    q = planeAddress(state, layer, plane);
    addBatch(q);
  }
  return q;
}

function propagateOnce(
  kernels: KernelExports,
  state: LightGCNState,
  plane: number,
  from: number,
  to: number,
): void {
  const src = planeAddress(state, from, plane);
  const dst = planeAddress(state, to, plane);
  for (const block of state.blocks) {
    kernels.touch(src + block.sourceFrom * PLANE_ROW_BYTES, src + block.sourceTo * PLANE_ROW_BYTES);
    kernels.propagate(state.rowPointers, state.columns, state.inverseDegrees, src, dst, block.from, block.to);
  }
}

interface Combination {
  readonly numLayers: number;
  readonly withLast: boolean;
  readonly unscale: Address;
  readonly weight: number;
}

function combine(
  kernels: KernelExports,
  state: LightGCNState,
  plane: number,
  out: RowsOut,
  { numLayers, withLast, unscale, weight }: Combination,
): void {
  kernels.combineRows(
    state.rowPointers,
    state.columns,
    state.inverseDegrees,
    planeAddress(state, 0, plane),
    state.layerBytes,
    numLayers,
    withLast,
    out.nodes,
    out.from,
    out.to,
    unscale,
    weight,
    out.rows + plane * PLANE_ROW_BYTES,
    out.rowBytes,
  );
}
