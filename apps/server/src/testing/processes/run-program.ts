/** @file Runs the command line in this process and returns its output and exit code, without a new Node process. */
import { vi } from 'vitest';
import { runProgram } from '../../cli/program.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The variables of `env` are set during the run. */
export async function runKindred(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const said = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
    vi.spyOn(console, 'error').mockImplementation((text: string) => into('err')(`${text}\n`)),
  ];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const listeners = signals.map((signal) => process.listeners(signal));
  try {
    return { code: await runProgram(args), ...said };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
    signals.forEach((signal, index) => {
      for (const listener of process.listeners(signal))
        if (!listeners[index]!.includes(listener)) process.off(signal, listener);
    });
  }
}
