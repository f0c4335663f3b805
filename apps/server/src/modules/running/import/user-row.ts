import { readEmail } from '@kindred/shop-types';
import { toCopyLine } from './copy-line.ts';
import type { NoteField } from './field-counts.ts';
import {
  FieldError,
  firstOf,
  isMissing,
  readDay,
  readId,
  readLine,
  readNumber,
  readOr,
  readTime,
} from './field-values.ts';
import type { Frame } from './frame.ts';
import { createSaid } from './said.ts';
import type { SourceRecord } from './source.ts';

export interface UserRow {
  userId: string;
  said: number;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  age: number | null;
  gender: 'Male' | 'Female' | 'Other' | null;
  address: string | null;
  joinedMs: number | null;
}

/** The fields of a user, each with the columns that may have it. */
export const userFields = {
  user: ['user_id', 'reviewerID'],
  'first name': ['first_name'],
  'last name': ['last_name'],
  'email (never a log-in)': ['email'],
  age: ['age'],
  gender: ['gender'],
  address: ['address'],
  'date joined': ['date_joined'],
} as const satisfies Record<string, readonly string[]>;

export const userSaid = createSaid({
  firstName: userFields['first name'],
  lastName: userFields['last name'],
  email: userFields['email (never a log-in)'],
  age: userFields.age,
  gender: userFields.gender,
  address: userFields.address,
  joinedMs: userFields['date joined'],
});

export const columnsAboutUsers: readonly string[] = Object.values(userFields)
  .flat()
  .filter((column) => !userFields.user.some((name) => name === column));
const longestName = 100;
const longestAddress = 500;

/** A value that cannot be read is left out and noted. Throws `RowError` if the row has no user. */
export function toUserRow(
  record: SourceRecord,
  { now, frame, note, isWhole }: { now: number; frame: Frame; note: NoteField; isWhole: boolean },
): UserRow {
  const read = <Value>(field: string, reader: (value: unknown) => Value): Value | null => {
    const value = record[field];
    return isMissing(value) ? null : readOr(note, null, () => reader(value));
  };
  const line = (field: string, longest: number) =>
    read(field, (value) => readLine(value, field, longest, note) || null);
  const { user } = userFields;
  return {
    userId: readId(firstOf(record, user), user.find((name) => name in record) ?? user[0], 128),
    said: isWhole ? userSaid.all : userSaid.in(frame),
    firstName: line('first_name', longestName),
    lastName: line('last_name', longestName),
    email: read('email', toEmail),
    age: read('age', toAge),
    gender: read('gender', toGender),
    address: line('address', longestAddress),
    joinedMs: read('date_joined', (value) => toJoined(value, now)),
  };
}

export function toUserLine(user: UserRow, line: number): string {
  return toCopyLine([
    line,
    user.userId,
    user.said,
    user.firstName,
    user.lastName,
    user.email,
    user.age,
    user.gender,
    user.address,
    user.joinedMs === null ? null : new Date(user.joinedMs).toISOString(),
  ]);
}

function toJoined(value: unknown, now: number): number {
  try {
    return readTime(value, 'date_joined', now);
  } catch (error) {
    const day = readDay(value);
    if (day === null) throw error;
    return readTime(day, 'date_joined', now);
  }
}

function toEmail(value: unknown): string {
  const reading = readEmail(String(value));
  if ('refusal' in reading) throw new FieldError('email', reading.refusal.says, value);
  return reading.value;
}

function toAge(value: unknown): number {
  const age = readNumber(value, 'age')!;
  if (!Number.isInteger(age)) throw new FieldError('age', 'is not a whole number', value);
  if (age < 0 || age > 150) throw new FieldError('age', 'is not between 0 and 150', value);
  return age;
}

const genders = { m: 'Male', male: 'Male', f: 'Female', female: 'Female', other: 'Other' } as const;

function toGender(value: unknown): UserRow['gender'] {
  const word = String(value).trim().toLowerCase();
  const gender = Object.hasOwn(genders, word) ? genders[word as keyof typeof genders] : undefined;
  if (gender === undefined) throw new FieldError('gender', 'is none of Male, Female and Other', value);
  return gender;
}
