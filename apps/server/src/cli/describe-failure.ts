import { inspect } from 'node:util';
import { StartFailure } from '../check-start.ts';
import { ConfigError } from '../config/config.ts';
import { DemoMissingError } from '../modules/running/demo-files/index.ts';
import { fileProblemOf } from '../platform/file-problem.ts';
import { DatabaseSetupError } from '../platform/postgres/database-setup-error.ts';
import { CommandFailure, UsageError } from './command-context.ts';

export interface Failure {
  readonly text: string;
  readonly exitCode: 1 | 2;
}

/**
 * Returns the text for stderr: a sentence if the user can solve the problem. Any other error is a bug and keeps its stack.
 */
export function describeFailure(error: unknown): Failure {
  if (error instanceof UsageError || error instanceof ConfigError)
    return { text: error.message, exitCode: 2 };
  if (
    [CommandFailure, DatabaseSetupError, DemoMissingError, StartFailure].some((kind) => error instanceof kind)
  )
    return { text: (error as Error).message, exitCode: 1 };
  for (const cause of causesOf(error)) {
    const text = describeSystemError(cause) ?? describeDatabaseError(cause);
    if (text !== undefined) return { text, exitCode: 1 };
  }
  return { text: inspect(error), exitCode: 1 };
}

function* causesOf(error: unknown): Generator<Error> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) yield cause;
}

function describeSystemError(error: NodeJS.ErrnoException): string | undefined {
  const { code = '', path, syscall } = error;
  if (path !== undefined && syscall !== 'connect') return `${path} cannot be used: ${fileProblemOf(error)}.`;
  if (code === 'ENOSPC') return 'The disk is full (ENOSPC).';
  const isConnection = syscall === 'connect' || syscall === 'getaddrinfo' || error instanceof AggregateError;
  if (!isConnection || !/^E[A-Z_]+$/.test(code)) return undefined;
  const [one] = error instanceof AggregateError ? error.errors : [error];
  const { address, hostname, port } = one as { address?: string; hostname?: string; port?: number };
  const where = [address ?? hostname, port].filter((part) => part !== undefined).join(', port ');
  return `No server answers at ${where || 'the address'} (${code}). Is DATABASE_URL right, and is the server running?`;
}

/** PostgreSQL's classes of errors about the connection, the log-in and the server's resources, not about a statement. */
const aboutTheServer = /^(08|28|3D|53|57|58)/;

function describeDatabaseError(error: Error): string | undefined {
  const { severity, code } = error as { severity?: string; code?: string };
  return severity !== undefined && code !== undefined && aboutTheServer.test(code)
    ? `The database reports: ${error.message} (${code}).`
    : undefined;
}
