import { problemsOf } from './problem.ts';

export const cursorProblem = problemsOf({
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list' },
});

const forms = {
  int4: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647,
  /** A 64-bit integer as text. */
  int8: (value: unknown) => typeof value === 'string' && /^\d{1,18}$/.test(value),
  uuid: (value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  float: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  date: (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isOnCalendar(value),
  time: (value: unknown) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && isOnCalendar(value),
};

/** JavaScript accepts 31 February (as 2 March) and a year 0; PostgreSQL accepts neither. */
function isOnCalendar(text: string): boolean {
  const time = Date.parse(text);
  return (
    !Number.isNaN(time) &&
    !text.startsWith('0000') &&
    new Date(time).toISOString().startsWith(text.slice(0, 10))
  );
}

export type CursorForm = keyof typeof forms;
export type CursorValue = string | number;

/** Encodes the sort key and the id of the last row that was sent. Clients must not interpret it. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor that `encodeCursor` made for the same list. The values can safely be compared in SQL with columns of their form.
 * @throws ProblemError `invalid-cursor`
 */
export function decodeCursor(cursor: string, expected: readonly CursorForm[]): CursorValue[] {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw cursorProblem('invalid-cursor');
  }
  const matches =
    Array.isArray(values) &&
    values.length === expected.length &&
    expected.every((form, index) => forms[form]((values as unknown[])[index]));
  if (!matches) throw cursorProblem('invalid-cursor');
  return values as CursorValue[];
}
