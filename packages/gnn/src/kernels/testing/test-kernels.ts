import type { KernelExports } from '../kernel-exports.ts';
import { instantiateKernels, loadKernelModule } from '../load-kernels.ts';
import { SharedHeap } from '../shared-heap.ts';

/** Kernels on the calling thread over a heap of their own. */
export function testKernels(): { heap: SharedHeap; kernels: KernelExports } {
  const heap = new SharedHeap();
  return { heap, kernels: instantiateKernels(loadKernelModule(), heap.memory) };
}
