/** @file Parses the values of fields in any layout. Throws `RowError` for values that cannot be parsed. */
import type { NoteField } from './field-counts.ts';
import { cut, isScript, toOneLine, toPlainText } from './plain-text.ts';
import { parsePythonLiteral } from './python-literal.ts';

/** The row is rejected. The message goes to the rejects file. */
export class RowError extends Error {
  override name = 'RowError';
}

/** A field cannot be read. It rejects the row if the field is required; otherwise `readOr` leaves out only the field. */
export class FieldError extends RowError {
  override name = 'FieldError';
  readonly field: string;
  /** The same text for the same reason. */
  readonly problem: string;
  /** Undefined if there is no value to show. */
  readonly value: unknown;

  constructor(field: string, problem: string, value?: unknown) {
    super(`${field} ${problem}${value === undefined ? '' : `: ${show(value)}`}`);
    this.field = field;
    this.problem = problem;
    this.value = value;
  }
}

/** Reads an optional field. If it cannot be read, it is left out and noted. */
export function readOr<Value>(note: NoteField, otherwise: Value, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    note(error.field, `${error.problem}: left out`, error.value);
    return otherwise;
  }
}

export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (typeof value === 'number' && Number.isNaN(value));

/** Returns the first of the fields that has a value. */
export function firstOf(record: Record<string, unknown>, names: readonly string[]): unknown {
  for (const name of names) {
    const value = record[name];
    if (!isMissing(value)) return value;
  }
  return null;
}

/** Accepts a whole number as an id too, because in a CSV it would be a text. */
export function readId(value: unknown, name: string, longest: number): string {
  if (isMissing(value)) throw new FieldError(name, 'is missing');
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new FieldError(name, 'is a number that has lost digits (write it as a text)', value);
  const isWhole = typeof value === 'bigint' || Number.isSafeInteger(value);
  if (typeof value !== 'string' && !isWhole)
    throw new FieldError(name, 'is neither a text nor a whole number', value);
  const id = String(value).trim();
  if (id === '') throw new FieldError(name, 'is missing');
  if (id.includes('\0')) throw new FieldError(name, 'holds a NUL character');
  if (!id.isWellFormed()) throw new FieldError(name, 'is not valid Unicode');
  if (id.length > longest) throw new FieldError(name, `is longer than ${longest} characters`);
  return id;
}

/** Returns null if there is no value. Throws if the value is not a number. */
export function readNumber(value: unknown, name: string): number | null {
  if (isMissing(value)) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && /^\s*nan\s*$/i.test(value)) return null;
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? toNumber(value.trim()) : Number.NaN;
  if (!Number.isFinite(number)) throw new FieldError(name, 'is not a number', value);
  return number;
}

/** Reads `1,234`, `1234.5` and, if the comma can only be a decimal point, `4,5`. */
function toNumber(text: string): number {
  if (text === '') return Number.NaN;
  if (!text.includes(',')) return Number(text);
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^[-+]?\d+,\d{1,2}$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** Larger counts could overflow when more are added. */
export const largestCount = 1_000_000_000;

/** Also reads `1,234 ratings`. Returns null if there is no value. */
export function readCount(value: unknown, name: string): number | null {
  const count = readNumber(withoutWords(value), name);
  if (count === null) return null;
  if (!Number.isInteger(count) || count < 0)
    throw new FieldError(name, 'is not a whole number from 0 up', value);
  if (count > largestCount) throw new FieldError(name, `is larger than ${largestCount}`, value);
  return count;
}

/** Turns `1,234 people found this helpful` into 1,234. */
export const withoutWords = (value: unknown): unknown =>
  typeof value === 'string' ? (countInWords.exec(value)?.[1] ?? value) : value;

const countInWords =
  /^\s*(\d[\d,]*)\s+(?:global )?(?:ratings?|reviews?|votes?|people found this helpful)\s*$/i;

export function readBoolean(value: unknown, name: string): boolean | null {
  if (isMissing(value)) return null;
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (['true', '1', '1.0', 'yes', 'y', 't'].includes(word)) return true;
  if (['false', '0', '0.0', 'no', 'n', 'f'].includes(word)) return false;
  throw new FieldError(name, 'is neither true nor false', value);
}

/** Reads plain text without markup, entities and control characters. Returns an empty text if there is no value. */
export function readText(value: unknown, name: string, note: NoteField): string {
  return toPlainText(toText(value, name), (reason) => note(name, reason, value));
}

/** Reads text on one line, such as a title. */
export function readLine(value: unknown, name: string, longest: number, note: NoteField): string {
  return toOneLine(toText(value, name), longest, (reason) => note(name, reason, value));
}

/** Accepts a number too, because in a CSV it would be a text. */
function toText(value: unknown, name: string): string {
  if (isMissing(value)) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') throw new FieldError(name, 'is not a text', value);
  return value;
}

/** The texts that programs write for a missing name. */
export const isNameless = (text: string): boolean =>
  /^(?:None|nan|NaN|null|NULL|undefined|<NA>|NaT)$/.test(text.trim());

/** Reads a list, a list that Python wrote into a cell, or a single text. */
export function readList(value: unknown, name: string): unknown[] {
  const parsed = readNested(value, name);
  if (isMissing(parsed)) return [];
  return Array.isArray(parsed) ? parsed : [parsed];
}

/** Leaves out texts that cannot be read. */
export function readTexts(value: unknown, name: string, note: NoteField): string[] {
  const texts: string[] = [];
  for (const item of readOr(note, [], () => readList(value, name))) {
    const text = readOr(note, '', () => readText(item, name, note));
    if (isScript(text)) note(name, 'is a script: left out', text);
    else if (text !== '') texts.push(text);
  }
  return texts;
}

export function readDict(value: unknown, name: string): Record<string, unknown> {
  const parsed = readNested(value, name);
  if (isMissing(parsed)) return {};
  if (Array.isArray(parsed) && parsed.length === 0) return {};
  if (typeof parsed !== 'object' || Array.isArray(parsed))
    throw new FieldError(name, 'is not a dict', parsed);
  return parsed as Record<string, unknown>;
}

function readNested(value: unknown, name: string): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (!/^[[{(]|^array\(/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, so it may be Python.
  }
  try {
    return parsePythonLiteral(text);
  } catch (error) {
    // A text may start with a bracket. But a cell that looks like a dict or a list and is neither is broken.
    if (!/^\[\s*['"{\]]|^\{\s*['"}]/.test(text)) return text;
    throw new FieldError(name, 'cannot be read', (error as Error).message);
  }
}

const earliestTime = Date.UTC(1990, 0, 1);
const dayMs = 86_400_000;

/** Reads seconds or milliseconds since 1970 (distinguished by size), a Date, or an ISO date in UTC. */
export function readTime(value: unknown, name: string, now: number): number {
  const time = toTime(value, name);
  if (time < earliestTime || time > now + dayMs) {
    throw new FieldError(name, 'is not a time between 1990 and today', value);
  }
  return Math.trunc(time);
}

const latestMoment = Date.UTC(2200, 0, 1);

/** The same, in the future too; null when there is none. A day that ends something belongs to it. */
export function readMoment(value: unknown, name: string, { isEnd }: { isEnd: boolean }): Date | null {
  if (isMissing(value)) return null;
  const time = toTime(value, name);
  if (time < earliestTime || time > latestMoment)
    throw new FieldError(name, 'is not a time between 1990 and 2200', value);
  const isDay = typeof value === 'string' && /^\s*\d{4}-\d{2}-\d{2}\s*$/.test(value);
  return new Date(isEnd && isDay ? time + dayMs : Math.trunc(time));
}

function toTime(value: unknown, name: string): number {
  if (isMissing(value)) throw new FieldError(name, 'is missing');
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string') {
    const written = value.trim();
    const american = /^(\d{1,2}) (\d{1,2}), (\d{4})$/.exec(written);
    if (american !== null)
      return toUtcDay(Number(american[3]), Number(american[1]), Number(american[2]), value, name);
    const iso =
      /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
        written,
      );
    if (iso !== null) {
      const day = toUtcDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), value, name);
      if (iso[4] === undefined) return day;
      const time = Date.parse(`${iso[1]}-${iso[2]}-${iso[3]}T${iso[4]}${iso[5] ?? 'Z'}`);
      if (Number.isNaN(time)) throw new FieldError(name, 'is not a time', value);
      return time;
    }
  }
  const number = readNumber(value, name);
  if (number === null) throw new FieldError(name, 'is missing');
  return Math.abs(number) < 1e11 ? number * 1000 : number;
}

function toUtcDay(year: number, month: number, day: number, value: unknown, name: string): number {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new FieldError(name, 'is a day that does not exist', value);
  }
  return time;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** Reads `September 27, 2017`, `27 Sept. 2017`, ISO, or a time of Parquet or pandas. Returns null for anything else, which is frequent in these fields. */
export function readDay(value: unknown): string | null {
  if (value instanceof Date) return dayOf(value);
  // Size distinguishes seconds from milliseconds. Small numbers are not times.
  if (typeof value === 'number')
    return value < 1e8 ? null : dayOf(new Date(value < 1e11 ? value * 1000 : value));
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})$/.exec(text);
  const dayFirst = /^(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})$/.exec(text);
  const [year, month, day] =
    iso !== null
      ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
      : monthFirst !== null
        ? [Number(monthFirst[3]), monthNumber(monthFirst[1]!), Number(monthFirst[2])]
        : dayFirst !== null
          ? [Number(dayFirst[3]), monthNumber(dayFirst[2]!), Number(dayFirst[1])]
          : [0, 0, 0];
  if (year < 1900 || month === 0) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function dayOf(date: Date): string | null {
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return /^(?:19|[2-9]\d)\d\d-/.test(day) ? day : null;
}

const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

export function show(value: unknown): string {
  const text =
    typeof value === 'bigint' || typeof value === 'number' ? String(value) : (toJson(value) ?? String(value));
  return text.length > 60 ? `${cut(text, 60)}...` : text;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
  } catch {
    return `something of type ${typeof value}, nested deeper than can be shown`;
  }
}
