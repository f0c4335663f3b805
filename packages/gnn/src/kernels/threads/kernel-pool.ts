import { Worker } from 'node:worker_threads';
import { loadKernelModule } from '../load-kernels.ts';
import type { SharedHeap } from '../shared-heap.ts';
import { BARRIER_INTS } from './barrier.ts';
import type { WorkerRequest, WorkerSetup } from './kernel-worker.ts';
import type { Task, Tasks } from './task.ts';

type ArgsOf<T> = T extends Task<infer Args> ? Args : never;

export interface KernelPoolOptions {
  readonly threads: number;
  readonly heap: SharedHeap;
  /** A module that exports its `tasks`. */
  readonly tasksUrl: URL;
}

/**
 * Threads that run the tasks of one module together over one heap. An error in any thread rejects the current run
 * and every later one, and ends the pool, because the other threads may be waiting for the one that failed.
 *
 * The creator owns the pool and must call `dispose()`. An idle pool does not keep the process alive.
 */
export class KernelPool<T extends Tasks> {
  readonly threads: number;
  readonly #workers: Worker[];
  #pending: { left: number; resolve: () => void; reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;

  private constructor(workers: Worker[]) {
    this.#workers = workers;
    this.threads = workers.length;
    for (const worker of workers) {
      worker.on('message', () => this.#finishOne());
      worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
      worker.on('exit', (code) =>
        this.#fail(new Error(`A graph engine thread ended early with code ${code}.`)),
      );
    }
  }

  /** Starts the threads; resolves once all are ready. */
  static async start<T extends Tasks>({
    threads,
    heap,
    tasksUrl,
  }: KernelPoolOptions): Promise<KernelPool<T>> {
    if (!Number.isInteger(threads) || threads < 1)
      throw new RangeError(`The number of threads is ${threads}; it must be a positive integer.`);
    const module = loadKernelModule();
    const barrier = heap.allocateInts(BARRIER_INTS);
    const setup = { module, memory: heap.memory, barrier, tasksUrl: tasksUrl.href, threads };
    const workers = Array.from({ length: threads }, (_, thread) => {
      const workerData = { ...setup, thread } satisfies WorkerSetup;
      return new Worker(new URL('./kernel-worker.ts', import.meta.url), { workerData, execArgv: [] });
    });
    const pool = new KernelPool<T>(workers);
    await pool.#await(() => {});
    return pool;
  }

  /** Runs a task on all threads; resolves when the last has finished. One run at a time. */
  run<Name extends keyof T & string>(task: Name, args: ArgsOf<T[Name]>): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#pending) return Promise.reject(new Error('The graph engine runs one task at a time.'));
    return this.#await(() => {
      for (const worker of this.#workers) worker.postMessage({ task, args } satisfies WorkerRequest);
    });
  }

  /** Ends the threads, even during a task (whose promise then rejects). The caller may call it again. */
  async dispose(): Promise<void> {
    this.#fail(new Error('The graph engine was disposed of.'));
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #await(begin: () => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#pending = { left: this.threads, resolve, reject };
    for (const worker of this.#workers) worker.ref();
    begin();
    return promise;
  }

  #finishOne(): void {
    if (!this.#pending || --this.#pending.left > 0) return;
    const { resolve } = this.#pending;
    this.#pending = undefined;
    for (const worker of this.#workers) worker.unref();
    resolve();
  }

  #fail(error: Error): void {
    if (this.#failure) return;
    this.#failure = error;
    const pending = this.#pending;
    this.#pending = undefined;
    for (const worker of this.#workers) void worker.terminate();
    pending?.reject(error);
  }
}
