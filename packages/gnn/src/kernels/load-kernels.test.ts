import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testKernels } from '../testing/test-kernels.ts';
import { loadKernelModule } from './load-kernels.ts';
import { SharedHeap } from './shared-heap.ts';

it('names the command that builds a missing or broken binary', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-kernels-'));
  const path = join(folder, 'kernels.wasm');
  try {
    expect(() => loadKernelModule(path)).toThrow(
      `(${path} cannot be read). Run \`npm run build -- --only kernels\``,
    );
    await writeFile(path, 'not WebAssembly');
    expect(() => loadKernelModule(path)).toThrow('do not load here. Run `npm run build -- --only kernels`');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("keeps the heap clear of the kernels' constants", () => {
  const { heap, kernels } = testKernels();
  expect(heap.allocate(1)).toBeGreaterThanOrEqual(kernels.heapBase());
});

it('gives separate, aligned, zeroed memory and grows as it must', () => {
  const heap = new SharedHeap();
  const first = heap.allocateFloats(3).fill(1);
  const large = heap.allocateDoubles(200_000);
  const second = heap.copyInts(Int32Array.of(1, 2));
  expect([first, large, second].map(({ byteOffset }) => byteOffset % 64)).toEqual([0, 0, 0]);
  expect(large.every((value) => value === 0)).toBe(true);
  large.fill(7);
  expect([...first, ...second]).toEqual([1, 1, 1, 1, 2]);
  expect(() => heap.allocate(2 ** 33)).toThrow('at most 4096 MiB are available');
});
