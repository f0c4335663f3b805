/**
 * @file The exported kernels. All of them work on raw addresses inside one shared memory that the host lays out; none
 * allocates, and none keeps state, so every thread can hold its own instance over the same memory.
 */
export { adam } from './adam';
export { bpr } from './bpr';
export { multiply } from './multiply';
export { normalizeRows, normalizeRowsBackward } from './normalize';
export { combineRows, propagate, pushRows, scatterRows, scatterWeightedRows, touch } from './propagate';
export { sampledSoftmax } from './sampled-softmax';
export { sumWeightedRows } from './sum-weighted-rows';
export { packPanels, topK } from './top-k';

/** First address that the host may use; below it lie the compiler's constant tables. */
export function heapBase(): usize {
  return __heap_base;
}

/** Sets `bytes` bytes from `address` to zero. */
export function clear(address: usize, bytes: usize): void {
  memory.fill(address, 0, bytes);
}
