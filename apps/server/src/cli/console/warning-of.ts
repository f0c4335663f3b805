interface LoggedError {
  readonly message?: unknown;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

const warnLevel = 40;

/** Turns a line of the log into a sentence for people if it is a warning or worse. Its other fields stay in the log. */
export function warningOf(line: string): string | undefined {
  const { level, msg, err } = JSON.parse(line) as { level: number; msg?: string; err?: LoggedError };
  if (level < warnLevel) return undefined;
  const reason = reasonOf(err);
  const text = msg || reason || 'Something went wrong; see the log';
  const told = reason === undefined || text.includes(reason) ? text : `${text}: ${reason}`;
  return `${told[0]!.toUpperCase()}${told.slice(1).replace(/\.$/, '')}.`;
}

/** Returns the root cause, but never a query, which stays in the log. */
function reasonOf(error: LoggedError | undefined): string | undefined {
  if (error === undefined) return undefined;
  const below = reasonOf(error.cause ?? error.errors?.[0]);
  if (below !== undefined) return below;
  const message = String(error.message ?? '')
    .split('\n')[0]!
    .trim();
  return message === '' || message.startsWith('Failed query') ? undefined : message;
}
