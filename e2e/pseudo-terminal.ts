/** @file Runs a program on a pseudo-terminal, reads its output and sends keys. Uses `script` of util-linux. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface TerminalRun {
  /** Returns the whole output so far. */
  raw(): string;
  /** Resolves with the first match in the output. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends Control-C; resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** @param command for a shell */
export function runOnTerminal(
  command: string,
  {
    cwd,
    env,
    columns = 80,
    onOutput = () => undefined,
  }: { cwd: string; env: NodeJS.ProcessEnv; columns?: number; onOutput?: (raw: string) => void },
): TerminalRun {
  const line = `stty cols ${columns} rows 40; ${command}`;
  const child = spawn('script', ['-qfec', line, '/dev/null'], {
    cwd,
    env: { TERM: 'xterm-256color', ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.stdin.on('error', () => undefined);
  let raw = '';
  const watching = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    raw += chunk;
    onOutput(raw);
    for (const look of watching) look();
  });
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      resolve(code);
      for (const look of watching) look();
    }),
  );
  return {
    raw: () => raw,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stripVTControlCharacters(raw));
          const isOver = child.exitCode !== null;
          if (!found && !isOver) return;
          watching.delete(look);
          if (found) resolve(found);
          else reject(new Error(`The program ended before it wrote ${pattern}:\n${raw}`));
        };
        watching.add(look);
        look();
      }),
    interrupt() {
      if (child.exitCode === null) child.stdin.write('\x03');
      return ended;
    },
  };
}
