import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface NodeProcess {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Runs a script that serves HTTP in a separate process. The first line of its output is its address. */
export async function startNodeProcess(script: string, args: readonly string[]): Promise<NodeProcess> {
  const node = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(node, 'exit');
  const line = await Promise.race([
    once(node.stdout, 'data').then(([data]: Buffer[]) => data!.toString().trim()),
    exited.then(([code]) => Promise.reject(new Error(`${script} ended with ${code} before it listened.`))),
  ]);
  return {
    origin: line,
    async stop() {
      node.kill('SIGKILL');
      await exited;
    },
  };
}
