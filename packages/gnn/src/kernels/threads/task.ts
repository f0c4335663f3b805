import type { KernelExports } from '../kernel-exports.ts';
import type { WasmMemory } from '../web-assembly.ts';

/** What a thread of the pool knows while it runs a task. */
export interface TaskContext {
  readonly kernels: KernelExports;
  readonly memory: WasmMemory;
  /** This thread's number, 0 to threads - 1. */
  readonly thread: number;
  readonly threads: number;
  /** Returns once every thread of the pool has reached it. */
  barrier(): void;
}

/** Runs on all threads of a pool concurrently; each takes its share by `context.thread`. */
export type Task<Args> = (context: TaskContext, args: Args) => void;

/** The tasks of a module, by name. A module for a pool exports them as `tasks`. */
// biome-ignore lint/suspicious/noExplicitAny: arguments differ from task to task; KernelPool checks them by name.
export type Tasks = Record<string, Task<any>>;

/** Returns this thread's part of `count` things, as a range. Its ends are multiples of `unit`, except the last. */
export function shareOf(
  { thread, threads }: TaskContext,
  count: number,
  unit = 1,
): { from: number; to: number } {
  const units = Math.ceil(count / unit);
  return {
    from: Math.min(count, Math.floor((units * thread) / threads) * unit),
    to: Math.min(count, Math.floor((units * (thread + 1)) / threads) * unit),
  };
}
