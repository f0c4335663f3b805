import type { TaskContext } from '../kernels/threads/task.ts';

export const tasks = {
  /** Thread 1 fails while the others wait for it. */
  failOnOne({ thread, barrier }: TaskContext, { message }: { message: string }): void {
    if (thread === 1) throw new Error(message);
    barrier();
  },

  /** Reads far outside the memory. */
  trap({ kernels }: TaskContext, _: object): void {
    kernels.clear(0xfff0_0000, 1 << 19);
  },

  /** Every thread adds 1 to its own counter, many times, with a barrier and a check of the others in between. */
  countInStep({ thread, threads, memory, barrier }: TaskContext, { counters }: { counters: number }): void {
    const counts = new Int32Array(memory.buffer, counters, threads);
    for (let round = 1; round <= 500; round++) {
      counts[thread]!++;
      barrier();
      if (counts.some((count) => count !== round))
        throw new Error(`Thread ${thread} is out of step in round ${round}.`);
      barrier();
    }
  },
};
