/** @file PostgreSQL's text format for COPY. */

export type CopyValue = string | number | boolean | null;

const special = /[\\\t\n\r]/;
const replacements: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

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
