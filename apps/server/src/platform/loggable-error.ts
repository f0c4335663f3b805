import pg from 'pg';
import { failedStatement } from './postgres/database.ts';

/**
 * Returns the parts of an error that may be logged: its kind, its message, its stack and its causes. Other fields, such as the parameters
 * of a query or the row that violated a rule, may have personal data.
 */
export function loggableError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'A value that is not an error was thrown.' };
  const { cause } = error;
  const { code } = error as { code?: unknown };
  const statement = failedStatement(error);
  return {
    type: error.constructor.name,
    message: messageOf(error),
    ...(statement !== undefined && { statement }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error instanceof pg.DatabaseError && {
      table: error.table,
      column: error.column,
      constraint: error.constraint,
    }),
    stack: framesOf(error),
    ...(cause !== undefined && { cause: loggableError(cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(loggableError) }),
  };
}

function messageOf(error: Error): string {
  // Data exceptions (class 22) quote the invalid value: invalid input syntax for type uuid: "..."
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22'))
    return error.message.replace(/[:"].*/s, '').trimEnd();
  return error.message;
}

/** Removes the message, which precedes the frames. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}
