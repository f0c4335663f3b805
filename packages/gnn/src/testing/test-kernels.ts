import type { KernelExports } from '../kernels/kernel-exports.ts';
import { instantiateKernels, loadKernelModule } from '../kernels/load-kernels.ts';
import { SharedHeap } from '../kernels/shared-heap.ts';

/** Kernels on the calling thread over a heap of their own. */
export function testKernels(): { heap: SharedHeap; kernels: KernelExports } {
  const heap = new SharedHeap();
  return { heap, kernels: instantiateKernels(loadKernelModule(), heap.memory) };
}
