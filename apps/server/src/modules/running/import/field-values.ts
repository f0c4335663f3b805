/** @file Turns what a file says about one field into a value, whichever layout said it; `RowError` where it cannot be. */
import type { NoteField } from './field-counts.ts';
import { cut, isScript, toOneLine, toPlainText } from './plain-text.ts';
import { parsePythonLiteral } from './python-literal.ts';

/** The row is not imported; the message goes to the rejects file. */
export class RowError extends Error {
  override name = 'RowError';
}

/** One field that cannot be read: of the row when it needs the field, else of that field alone (`readOr`). */
export class FieldError extends RowError {
  override name = 'FieldError';
  readonly field: string;
  /** The same words for the same reason. */
  readonly problem: string;
  /** Undefined: there is nothing to show. */
  readonly value: unknown;

  constructor(field: string, problem: string, value?: unknown) {
    super(`${field} ${problem}${value === undefined ? '' : `: ${show(value)}`}`);
    this.field = field;
    this.problem = problem;
    this.value = value;
  }
}

/** A field that a row can do without: where it cannot be read it is left out, and that is noted. */
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

/** The first of the fields that says something. */
export function firstOf(record: Record<string, unknown>, names: readonly string[]): unknown {
  for (const name of names) {
    const value = record[name];
    if (!isMissing(value)) return value;
  }
  return null;
}

/** A whole number is an id as well: in a CSV it is a text anyway. */
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

/** Null when there is none; throws when there is something that is no number. */
export function readNumber(value: unknown, name: string): number | null {
  if (isMissing(value)) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' && /^\s*nan\s*$/i.test(value)) return null;
  const number =
    typeof value === 'number' ? value : typeof value === 'string' ? toNumber(value.trim()) : Number.NaN;
  if (!Number.isFinite(number)) throw new FieldError(name, 'is not a number', value);
  return number;
}

/** `1,234`, `1234.5` and, where a comma cannot be anything else, `4,5`. */
function toNumber(text: string): number {
  if (text === '') return Number.NaN;
  if (!text.includes(',')) return Number(text);
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^[-+]?\d+,\d{1,2}$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** Larger counts leave no room to count on. */
export const largestCount = 1_000_000_000;

/** `1,234 ratings`, too. Null when there is none. */
export function readCount(value: unknown, name: string): number | null {
  const count = readNumber(withoutWords(value), name);
  if (count === null) return null;
  if (!Number.isInteger(count) || count < 0)
    throw new FieldError(name, 'is not a whole number from 0 up', value);
  if (count > largestCount) throw new FieldError(name, `is larger than ${largestCount}`, value);
  return count;
}

/** `1,234 people found this helpful` is 1,234. */
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

/** Text for people: no markup, nothing invisible that acts, entities resolved. Empty when there is none. */
export function readText(value: unknown, name: string, note: NoteField): string {
  return toPlainText(toText(value, name), (reason) => note(name, reason, value));
}

/** Text on one line: a title. */
export function readLine(value: unknown, name: string, longest: number, note: NoteField): string {
  return toOneLine(toText(value, name), longest, (reason) => note(name, reason, value));
}

/** In a CSV a number is a text anyway. */
function toText(value: unknown, name: string): string {
  if (isMissing(value)) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'string') throw new FieldError(name, 'is not a text', value);
  return value;
}

/** How programs spell that there is no name. */
export const isNameless = (text: string): boolean =>
  /^(?:None|nan|NaN|null|NULL|undefined|<NA>|NaT)$/.test(text.trim());

/** A list as such, as Python wrote it into a cell, or one text alone. */
export function readList(value: unknown, name: string): unknown[] {
  const parsed = readNested(value, name);
  if (isMissing(parsed)) return [];
  return Array.isArray(parsed) ? parsed : [parsed];
}

/** What cannot be read of them is left out. */
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
    // Python's spelling, then.
  }
  try {
    return parsePythonLiteral(text);
  } catch (error) {
    // A text may start with a bracket; a cell that looks like a dict of a list and is none is broken.
    if (!/^\[\s*['"{\]]|^\{\s*['"}]/.test(text)) return text;
    throw new FieldError(name, 'cannot be read', (error as Error).message);
  }
}

const earliestTime = Date.UTC(1990, 0, 1);
const dayMs = 86_400_000;

/** Seconds or milliseconds since 1970 (told apart by size), a Date, or an ISO date; UTC. */
export function readTime(value: unknown, name: string, now: number): number {
  const time = toTime(value, name);
  if (time < earliestTime || time > now + dayMs) {
    throw new FieldError(name, 'is not a time between 1990 and today', value);
  }
  return Math.trunc(time);
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

/** `September 27, 2017`, `27 Sept. 2017`, ISO, or a time as Parquet and pandas have it; null for anything else, which these fields are full of. */
export function readDay(value: unknown): string | null {
  if (value instanceof Date) return dayOf(value);
  // Seconds are told from milliseconds by size; small numbers are no times.
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
