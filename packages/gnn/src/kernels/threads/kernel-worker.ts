/** @file The body of a pool's thread: loads the pool's task module, then runs the tasks that the pool sends. */
import { parentPort, workerData } from 'node:worker_threads';
import { instantiateKernels } from '../load-kernels.ts';
import type { WasmMemory, WasmModule } from '../web-assembly.ts';
import { waitAtBarrier } from './barrier.ts';
import type { TaskContext, Tasks } from './task.ts';

export interface WorkerSetup {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly barrier: Int32Array;
  readonly tasksUrl: string;
  readonly thread: number;
  readonly threads: number;
}

export interface WorkerRequest {
  readonly task: string;
  readonly args: unknown;
}

const { module, memory, barrier, tasksUrl, thread, threads } = workerData as WorkerSetup;
const { tasks } = (await import(tasksUrl)) as { tasks: Tasks };
const context: TaskContext = {
  kernels: instantiateKernels(module, memory),
  memory,
  thread,
  threads,
  barrier: () => waitAtBarrier(barrier, threads),
};

const port = parentPort!;
port.on('message', ({ task, args }: WorkerRequest) => {
  tasks[task]!(context, args);
  port.postMessage('done');
});
port.postMessage('ready');
