/** @file PostgreSQL's COPY in text form. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | null;

const special = /[\\\t\n\r]/;
const replacements: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export async function copyRows(
  client: pg.ClientBase,
  table: string,
  lines: readonly string[],
): Promise<void> {
  // In pieces: one string of a whole batch would be held twice.
  const pieces = Array.from({ length: Math.ceil(lines.length / 1000) }, (_, index) =>
    lines.slice(index * 1000, (index + 1) * 1000),
  );
  await pipeline(
    Readable.from(pieces.map((piece) => Buffer.from(piece.join('')))),
    client.query(copyFrom(`copy ${table} from stdin`)),
  );
}

/** A row, with its line end. */
export function toCopyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let index = 0; index < values.length; index++) {
    if (index > 0) line += '\t';
    const value = values[index];
    line += typeof value === 'string' ? escapeText(value) : value === null ? '\\N' : String(value);
  }
  return `${line}\n`;
}

/** `{"a","b"}`: the text form of `text[]`. */
export const toArrayLiteral = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

const escapeText = (value: string): string =>
  special.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => replacements[character]!) : value;
