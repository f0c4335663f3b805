import type { Command } from 'commander';
import { destination, type Logger } from 'pino';
import { createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { createLogger } from '../platform/logger.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { isForPeople } from './console/start-console.ts';
import { warningOf } from './console/warning-of.ts';
import { inSnakeCase } from './snake-case.ts';

/** The command was used wrongly. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The command failed. The message is a sentence for the user. Exit code 1, without a stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** Prints one document with `--json`, with keys spelt as in the API, or else `text`. */
type Output = (document: unknown, text: string) => void;

export function outputOf(command: Command): Output {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  return (document, text) => {
    process.stdout.write(
      json ? `${JSON.stringify(inSnakeCase(document), null, 2)}\n` : text === '' ? '' : `${text}\n`,
    );
  };
}

/** Logs to stderr, so that stdout has only the answer. */
export function commandLogger(): Logger {
  const { logLevel, logFormat } = createConfig(readEnv({ LOG_LEVEL: 'warn', ...process.env }));
  return createLogger({
    level: logLevel,
    destination: isForPeople(logFormat, process.stderr)
      ? { write: tellWarning }
      : destination({ fd: 2, sync: true }),
  });
}

function tellWarning(line: string): void {
  const warning = warningOf(line);
  if (warning !== undefined) process.stderr.write(`${warning}\n`);
}

/** Opens the shop's database for one command. */
export async function withRuntime<Result>(work: (runtime: Runtime) => Promise<Result>): Promise<Result> {
  const runtime = await openRuntime(createConfig(readEnv(process.env)), commandLogger());
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

/** Aborted by the first Ctrl-C. The second one ends the process immediately. */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort(new CommandFailure('Interrupted.')));
  process.once('SIGTERM', () => controller.abort(new CommandFailure('Stopped.')));
  return controller.signal;
}

export function wholeNumber(name: string, minimum: number, maximum: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < minimum || value > maximum)
      throw new UsageError(
        `${name} must be a whole number from ${minimum} to ${maximum}, but it is “${text}”.`,
      );
    return value;
  };
}
