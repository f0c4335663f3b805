import { afterEach, describe, expect, it } from 'vitest';
import type { tasks } from '../../testing/failing-tasks.ts';
import { SharedHeap } from '../shared-heap.ts';
import { KernelPool } from './kernel-pool.ts';

let pool: KernelPool<typeof tasks> | undefined;
afterEach(() => pool?.dispose());

async function start(threads: number, heap = new SharedHeap()) {
  pool = await KernelPool.start<typeof tasks>({
    threads,
    heap,
    tasksUrl: new URL('../../testing/failing-tasks.ts', import.meta.url),
  });
  return pool;
}

describe('a pool of threads', () => {
  it('keeps its threads in step at barriers', async () => {
    const heap = new SharedHeap();
    const counters = heap.allocateInts(3);
    await (await start(3, heap)).run('countInStep', { counters: counters.byteOffset });
    expect([...counters]).toEqual([500, 500, 500]);
  });

  it('rejects the run in which a thread fails, though the others wait for it, and all later ones', async () => {
    const failing = await start(2);
    await expect(failing.run('failOnOne', { message: 'one is broken' })).rejects.toThrow('one is broken');
    await expect(failing.run('trap', {})).rejects.toThrow('one is broken');
  });

  it('rejects when a kernel traps', async () => {
    await expect((await start(1)).run('trap', {})).rejects.toThrow('memory access out of bounds');
  });

  it('rejects a second run at the same time, and finishes the first', async () => {
    const heap = new SharedHeap();
    const counters = heap.allocateInts(2);
    const busy = await start(2, heap);
    const first = busy.run('countInStep', { counters: counters.byteOffset });
    await expect(busy.run('trap', {})).rejects.toThrow('one task at a time');
    await first;
    expect([...counters]).toEqual([500, 500]);
  });

  it('can be disposed of in the middle of a run, and twice', async () => {
    const busy = await start(2);
    const run = busy.run('countInStep', { counters: 70_000 });
    const rejection = expect(run).rejects.toThrow('disposed of');
    await Promise.all([busy.dispose(), busy.dispose()]);
    await rejection;
  });

  it('does not start without threads or without its tasks', async () => {
    await expect(start(0)).rejects.toThrow('The number of threads is 0');
    const tasksUrl = new URL('./testing/missing-tasks.ts', import.meta.url);
    await expect(KernelPool.start({ threads: 1, heap: new SharedHeap(), tasksUrl })).rejects.toThrow(
      'missing-tasks',
    );
  });
});
