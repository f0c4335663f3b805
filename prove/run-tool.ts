import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A folder of the project. */
export const folderOf = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

export interface ToolRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program of another trade until it ends, or the proof does. */
export function runTool(
  command: readonly [string, ...string[]],
  { cwd, env = {}, signal }: { cwd: string; env?: Readonly<Record<string, string>>; signal: AbortSignal },
): Promise<ToolRun> {
  const [program, ...args] = command;
  // Of the tools of this project, none speaks for those of the client.
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

/** As `runTool`; what fails is thrown, with what it said. */
export async function mustRun(...[command, options]: Parameters<typeof runTool>): Promise<string> {
  const { code, output } = await runTool(command, options);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output.slice(-4_000)}`);
  return output;
}
