import type { AttributeSource } from './attribute-source.ts';
import { knownColumns } from './frame.ts';
import type { RowFormat } from './row-format.ts';
import { combineSaid } from './said.ts';
import { toUserLine, toUserRow, type UserRow, userSaid } from './user-row.ts';

/** `replace`: clear the values for which the file has no column. */
export const userFormat = (
  { now, replace }: { now: number; replace: boolean },
  attributes: readonly AttributeSource[],
): RowFormat<UserRow, null> => ({
  kind: 'users',
  sourceKind: { ...knownColumns('users', attributes), takesRatings: false },
  toRow: (record, { frame, note }) => toUserRow(record, { now, frame, note, isWhole: replace }),
  keyOf: ({ userId }) => userId,
  combine: (earlier, later) => combineSaid(userSaid, keysOf, earlier, later),
  toLine: toUserLine,
  factsOf: () => null,
});

const keysOf = {
  firstName: ['firstName'],
  lastName: ['lastName'],
  email: ['email'],
  age: ['age'],
  gender: ['gender'],
  address: ['address'],
  joinedMs: ['joinedMs'],
} as const;
