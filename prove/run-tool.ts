import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Returns the path of a folder of the project. */
export const folderOf = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

export interface ToolRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs an external program until it ends or the proof does. */
export function runTool(
  command: readonly [string, ...string[]],
  { cwd, env = {}, signal }: { cwd: string; env?: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<ToolRun> {
  const [program, ...args] = command;
  // The options for this project's Node are not for the tool's.
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = spawn(program, args, {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Like `runTool`, but throws the output of a failed program. */
export async function mustRun(...[command, options]: Parameters<typeof runTool>): Promise<string> {
  const { code, output } = await runTool(command, options);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output.slice(-4_000)}`);
  return output;
}
