/** @file The functions of `kernels.wasm`, with positional arguments. The sources in `assembly/` explain each. */

/** A byte offset in the shared memory. */
export type Address = number;

export interface KernelExports {
  heapBase(): Address;
  clear(address: Address, bytes: number): void;
  touch(from: Address, to: Address): number;
  propagate(
    rowPointers: Address,
    columns: Address,
    scale: Address,
    src: Address,
    dst: Address,
    from: number,
    to: number,
  ): void;
  combineRows(
    rowPointers: Address,
    columns: Address,
    scale: Address,
    layers: Address,
    layerBytes: number,
    numLayers: number,
    withLast: boolean,
    nodes: Address,
    from: number,
    to: number,
    unscale: Address,
    weight: number,
    out: Address,
    outRow: number,
  ): void;
  scatterRows(
    nodes: Address,
    count: number,
    scale: Address,
    weight: number,
    rows: Address,
    rowBytes: number,
    dst: Address,
  ): void;
  scatterWeightedRows(
    nodes: Address,
    count: number,
    weights: Address,
    factor: number,
    src: Address,
    dst: Address,
  ): void;
  pushRows(
    rowPointers: Address,
    columns: Address,
    inScale: Address,
    outScale: Address,
    nodes: Address,
    count: number,
    weight: number,
    rows: Address,
    rowBytes: number,
    dst: Address,
  ): void;
  adam(
    z: Address,
    q: Address,
    firstMoment: Address,
    secondMoment: Address,
    scale: Address,
    unscale: Address,
    from: number,
    to: number,
    stepSize: number,
    rootCorrection: number,
    beta1: number,
    beta2: number,
    epsilon: number,
  ): void;
  multiply(
    a: Address,
    aRow: number,
    aStep: number,
    b: Address,
    bPanel: number,
    bStep: number,
    c: Address,
    cRow: number,
    rows: number,
    panels: number,
    depth: number,
    accumulate: boolean,
  ): void;
  normalizeRows(rows: Address, inverseNorms: Address, rowBytes: number, from: number, to: number): void;
  normalizeRowsBackward(
    normalized: Address,
    inverseNorms: Address,
    gradients: Address,
    rowBytes: number,
    from: number,
    to: number,
  ): void;
  bpr(
    features: Address,
    rowBytes: number,
    edgePointers: Address,
    edgeItems: Address,
    coefficients: Address,
    losses: Address,
    from: number,
    to: number,
    gradientScale: number,
  ): void;
  sampledSoftmax(
    scores: Address,
    scoreBytes: number,
    numNegatives: number,
    maskPointers: Address,
    maskNegatives: Address,
    features: Address,
    rowBytes: number,
    edgePointers: Address,
    edgeItems: Address,
    coefficients: Address,
    losses: Address,
    from: number,
    to: number,
    inverseTemperature: number,
    gradientScale: number,
  ): void;
  sumWeightedRows(
    pointers: Address,
    edges: Address,
    ends: Address,
    weights: Address,
    rows: Address,
    rowBytes: number,
    dst: Address,
    from: number,
    to: number,
    accumulate: boolean,
  ): void;
  packPanels(rows: Address, rowBytes: number, dim: number, from: number, to: number, panels: Address): void;
  topK(
    queries: Address,
    queryBytes: number,
    from: number,
    to: number,
    panels: Address,
    numItems: number,
    dim: number,
    excluded: Address,
    excludedFrom: Address,
    excludedTo: Address,
    k: number,
    outItems: Address,
    outScores: Address,
    scratch: Address,
  ): void;
}
