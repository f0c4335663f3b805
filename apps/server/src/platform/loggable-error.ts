import pg from 'pg';
import { failedStatement } from './postgres/database.ts';

/**
 * What a log may say of an error: its kind, its message and where it was thrown, with its causes. What else errors carry, such as
 * the parameters of a query and the row that broke a rule, belongs to a person.
 */
export function loggableError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: 'Something was thrown that is no error.' };
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
  // Data exceptions (class 22) quote what could not be read: invalid input syntax for type uuid: "..."
  if (error instanceof pg.DatabaseError && error.code?.startsWith('22'))
    return error.message.replace(/[:"].*/s, '').trimEnd();
  return error.message;
}

/** Without the message, which stands before them. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}
