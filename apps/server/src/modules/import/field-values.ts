/** @file Turns what a file says about one field into a value, whichever layout said it; `RowError` where it cannot be. */
import { parsePythonLiteral } from './python-literal.ts';

/** The row is not imported; the message goes to the rejects file. */
export class RowError extends Error {
  override name = 'RowError';
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

export function readId(value: unknown, name: string, longest: number): string {
  if (isMissing(value)) throw new RowError(`${name} is missing`);
  if (typeof value !== 'string') throw new RowError(`${name} is not a text: ${show(value)}`);
  const id = value.trim();
  if (id === '') throw new RowError(`${name} is missing`);
  if (id.includes('\0')) throw new RowError(`${name} holds a NUL character`);
  if (!id.isWellFormed()) throw new RowError(`${name} is not valid Unicode`);
  if (id.length > longest) throw new RowError(`${name} is longer than ${longest} characters`);
  return id;
}

/** Null when there is none; throws when there is something that is no number. */
export function readNumber(value: unknown, name: string): number | null {
  if (isMissing(value)) return null;
  if (typeof value === 'bigint') return Number(value);
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value.replaceAll(',', ''))
        : Number.NaN;
  if (typeof value === 'string' && /^\s*nan\s*$/i.test(value)) return null;
  if (!Number.isFinite(number)) throw new RowError(`${name} is not a number: ${show(value)}`);
  return number;
}

export function readBoolean(value: unknown, name: string): boolean | null {
  if (isMissing(value)) return null;
  if (typeof value === 'boolean') return value;
  const word = String(value).toLowerCase();
  if (word === 'true' || word === '1' || word === '1.0') return true;
  if (word === 'false' || word === '0' || word === '0.0') return false;
  throw new RowError(`${name} is neither true nor false: ${show(value)}`);
}

/** Control characters, which a terminal may obey, and overrides of the direction, which reach beyond their text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about.
const invisible = /[\0-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/g;

/** Text for people: no markup, nothing invisible that acts, entities resolved. Empty when there is none. */
export function readText(value: unknown, name: string): string {
  if (isMissing(value)) return '';
  if (typeof value !== 'string') throw new RowError(`${name} is not a text: ${show(value)}`);
  return toPlainText(value);
}

/** Text on one line: a title. */
export function readLine(value: unknown, name: string, longest: number): string {
  if (isMissing(value)) return '';
  if (typeof value !== 'string') throw new RowError(`${name} is not a text: ${show(value)}`);
  return toOneLine(value, longest);
}

export function toPlainText(value: string): string {
  let text = value;
  if (text.includes('<')) text = stripMarkup(text);
  if (text.includes('&')) text = resolveEntities(text);
  text = text.replace(invisible, '');
  return text.trim().toWellFormed();
}

/** One line: titles, names. */
export function toOneLine(value: string, longest: number): string {
  const text = toPlainText(value).replace(/\s+/g, ' ');
  return text.length <= longest ? text : text.slice(0, longest).toWellFormed().trimEnd();
}

/** A list as such, as Python wrote it into a cell, or one text alone. */
export function readList(value: unknown, name: string): unknown[] {
  const parsed = readNested(value, name);
  if (isMissing(parsed)) return [];
  return Array.isArray(parsed) ? parsed : [parsed];
}

export function readTexts(value: unknown, name: string): string[] {
  return readList(value, name)
    .filter((item) => !isMissing(item))
    .map((item) => readText(item, name))
    .filter((text) => text !== '');
}

export function readDict(value: unknown, name: string): Record<string, unknown> {
  const parsed = readNested(value, name);
  if (isMissing(parsed)) return {};
  if (Array.isArray(parsed) && parsed.length === 0) return {};
  if (typeof parsed !== 'object' || Array.isArray(parsed))
    throw new RowError(`${name} is not a dict: ${show(parsed)}`);
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
    throw new RowError(`${name} cannot be read: ${(error as Error).message}`);
  }
}

const earliestTime = Date.UTC(1990, 0, 1);
const dayMs = 86_400_000;

/** Seconds or milliseconds since 1970 (told apart by size), a Date, or an ISO date; UTC. */
export function readTime(value: unknown, name: string, now: number): number {
  const time = toTime(value, name);
  if (time < earliestTime || time > now + dayMs) {
    throw new RowError(`${name} is not a time between 1990 and today: ${show(value)}`);
  }
  return Math.trunc(time);
}

function toTime(value: unknown, name: string): number {
  if (isMissing(value)) throw new RowError(`${name} is missing`);
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
      if (Number.isNaN(time)) throw new RowError(`${name} is not a time: ${show(value)}`);
      return time;
    }
  }
  const number = readNumber(value, name);
  if (number === null) throw new RowError(`${name} is missing`);
  return Math.abs(number) < 1e11 ? number * 1000 : number;
}

function toUtcDay(year: number, month: number, day: number, value: unknown, name: string): number {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw new RowError(`${name} is a day that does not exist: ${show(value)}`);
  }
  return time;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** `September 27, 2017`, `27 Sept. 2017` or ISO; null for anything else, which these fields are full of. */
export function readDay(value: unknown): string | null {
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

const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

const largestPrice = 2 ** 31 - 1;
const longestNumber = 400;

/**
 * Minor units, exactly: the decimal digits are moved, not multiplied. Null, not for sale: nothing, zero, or text without a
 * price, which the 2018 dump has. Of a range, and of "from 5.99", the lowest.
 */
export function readPriceMinor(value: unknown, minorDigits: number): number | null {
  if (isMissing(value)) return null;
  if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'bigint') {
    throw new RowError(`price is not a number: ${show(value)}`);
  }
  const text = String(value).trim();
  const number = text.length <= longestNumber ? Number(text) : Number.NaN;
  if (number < 0 || /^-\s?[A-Z]{0,3}[$€£¥]?\s?[\d.]/i.test(text))
    throw new RowError(`price is negative: ${show(value)}`);
  if (Math.abs(number) === Number.POSITIVE_INFINITY || /^[-+]?inf(inity)?$/i.test(text))
    throw new RowError(`price is not a number: ${show(value)}`);
  if (number > largestPrice) throw new RowError(`price is larger than Kindred can hold: ${show(value)}`);
  const match =
    /^(?:from )?(?:[A-Z]{0,3}[$€£¥] ?)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:e([-+]\d+))?(?: ?- ?[A-Z]{0,3}[$€£¥]? ?[\d,]+(?:\.\d+)?)?$/i.exec(
      text,
    );
  if (match === null || match[3] !== undefined) return null;
  const minor = shiftDigits(match[1]!.replaceAll(',', ''), match[2] ?? '', minorDigits);
  if (minor > largestPrice) throw new RowError(`price is larger than Kindred can hold: ${show(value)}`);
  return minor === 0 ? null : minor;
}

function shiftDigits(whole: string, fraction: string, digits: number): number {
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const roundsUp = fraction.charAt(digits) >= '5';
  return Number(whole + kept) + (roundsUp ? 1 : 0);
}

const tagStart = /<(\/?)([a-z!][a-z\d]*)/iy;
const breaksLine = /^(?:br|\/(?:p|li|div|h\d))$/;

/** One pass, however many tags never end: a search for an end that was in vain is not repeated. */
function stripMarkup(text: string): string {
  let plain = '';
  let at = 0;
  const endless = new Set<string>();
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    tagStart.lastIndex = open;
    const tag = tagStart.exec(text);
    const end = tag === null ? open : text.indexOf('>', tagStart.lastIndex);
    if (end < 0) break;
    if (tag === null) {
      plain += text.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    plain += text.slice(at, open);
    at = end + 1;
    const name = `${tag[1]}${tag[2]!.toLowerCase()}`;
    if (breaksLine.test(name)) plain += '\n';
    if ((name !== 'script' && name !== 'style') || endless.has(name)) continue;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = at;
    if (closing.test(text)) {
      plain += ' ';
      at = closing.lastIndex;
    } else endless.add(name);
  }
  return (plain + text.slice(at)).replace(/[^\S\n]+/g, ' ').replace(/ *\n\s*/g, '\n');
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  reg: '®',
  trade: '™',
  copy: '©',
  deg: '°',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  eacute: 'é',
};

function resolveEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : whole;
  });
}

export function show(value: unknown): string {
  const text =
    typeof value === 'bigint' || typeof value === 'number' ? String(value) : (toJson(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}

function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
  } catch {
    return `something of type ${typeof value}, nested deeper than can be shown`;
  }
}
