/** @file Shared by the tests of imports: functions that write files, and the contents of the tables. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteFile } from 'hyparquet-writer';
import type pg from 'pg';
import { onTestFinished } from 'vitest';
import { attributeSourceOf } from '../../modules/running/import/attribute-source.ts';
import {
  type OpenedFile,
  type ParseEnd,
  type ParseOrder,
  parseRows,
} from '../../modules/running/import/parse-rows.ts';
import type { ParsedFile, ParseOptions, Parser } from '../../modules/running/import/parser.ts';

/** The attributes of migration 0030. */
export const brandAndColor = [
  attributeSourceOf({ code: 'brand', sources: ['brand', 'details.Brand', 'store'] }),
  attributeSourceOf({ code: 'color', sources: ['color', 'details.Color', 'details.Colour'] }),
];

/** Parses without a thread, because the start of one takes a hundred times as long as a file of some rows. */
export const createParserInProcess = (): Parser => ({
  parse<Facts>(order: ParseOrder, { onProgress, signal }: ParseOptions): ParsedFile<Facts> {
    let opened: OpenedFile | undefined;
    let end: ParseEnd | undefined;
    const onOpened = (found: OpenedFile) => (opened = found);
    async function* read() {
      const batches = parseRows<Facts>(order, { onOpened, onProgress });
      for (;;) {
        signal?.throwIfAborted();
        const { done, value } = await batches.next();
        if (done) {
          end = value;
          return;
        }
        yield value;
      }
    }
    return { batches: read(), opened: () => opened!, end: () => end! };
  },
  close: async () => undefined,
});

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-import-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

export function writeFile(folder: string, name: string, content: string | Uint8Array | object[]): string {
  const path = join(folder, name);
  const body = Array.isArray(content) ? toJsonLines(content) : content;
  writeFileSync(path, name.endsWith('.gz') && typeof body === 'string' ? gzipSync(body) : body);
  return path;
}

export const toJsonLines = (records: object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** As pandas' `to_csv` writes it, index column included. */
export function toPandasCsv(records: Array<Record<string, unknown>>): string {
  const columns = Object.keys(records[0]!);
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'object') return quote(toPythonRepr(value));
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    return quote(String(value));
  };
  const lines = records.map((record, index) =>
    [String(index), ...columns.map((name) => cell(record[name]))].join(','),
  );
  return `${['', ...columns].join(',')}\n${lines.join('\n')}\n`;
}

export function toPythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') {
    const body = value.replaceAll('\\', '\\\\').replace(/[\p{C}\p{Z}]/gu, escapeForPython);
    return body.includes("'") && !body.includes('"') ? `"${body}"` : `'${body.replaceAll("'", "\\'")}'`;
  }
  if (Array.isArray(value)) return `[${value.map(toPythonRepr).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${toPythonRepr(key)}: ${toPythonRepr(item)}`)
      .join(', ')}}`;
  }
  return String(value);
}

/** Characters that Python's repr escapes: control and format characters, and every space except the ASCII one. */
function escapeForPython(character: string): string {
  if (character === ' ') return character;
  const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (named !== undefined) return named;
  const hex = character.codePointAt(0)!.toString(16);
  if (hex.length <= 2) return `\\x${hex.padStart(2, '0')}`;
  return hex.length <= 4 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Lists and dicts as text, as pandas users write columns of mixed types. */
export function writeParquet(
  filename: string,
  records: Array<Record<string, unknown>>,
  { nested, rowGroupSize }: { nested: (value: unknown) => string; rowGroupSize: number },
): string {
  const names = Object.keys(records[0]!);
  parquetWriteFile({
    filename,
    rowGroupSize,
    columnData: names.map((name) => ({
      name,
      data: records.map((record) => {
        const value = record[name] ?? null;
        if (typeof value === 'object' && value !== null) return nested(value);
        return name === 'timestamp' ? BigInt(value as number) : value;
      }),
      ...typeOf(records.map((record) => record[name])),
    })),
  });
  return filename;
}

/** A column of whole and other numbers has the type double; an empty column needs some type. */
function typeOf(column: unknown[]): { type?: 'STRING' | 'DOUBLE' } {
  const values = column.filter((value) => value !== null && value !== undefined);
  if (values.length === 0) return { type: 'STRING' };
  return values.every((value) => typeof value === 'number' && value < 2 ** 31) ? { type: 'DOUBLE' } : {};
}

export function readRejects(
  path: string,
): Array<{ file: string; line: number; reason: string; raw: string }> {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; line: number; reason: string; raw: string });
}

export async function emptyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('select from reviews offset 500 limit 1');
  // A truncation creates new files for forty tables and all their indexes, which is slower for a few rows.
  await pool.query(
    rows.length > 0
      ? 'truncate users, products, categories, reviews, import_checkpoints cascade'
      : 'delete from reviews; delete from products; delete from users; delete from categories; delete from import_checkpoints',
  );
}

/** Everything that the imports write, without numbers that only depend on the order of the rows. */
export async function readTables(pool: pg.Pool) {
  const read = async (sql: string) => (await pool.query(sql)).rows as Array<Record<string, unknown>>;
  return {
    products: await read(`
      select p.parent_asin, title, description, features, details, brand, color, main_category, c.slug as category, price_minor,
        currency, average_rating, rating_count, rating_bin, date_first_available::text, is_listed, i.on_hand,
        (select jsonb_agg(jsonb_build_object('position', position, 'url', url, 'large', large_url, 'variant', variant)
          order by position) from product_images where product_id = p.product_id) as images
      from products p left join categories c using (category_id) left join inventory i using (product_id)
      order by p.parent_asin`),
    categories: await read(`
      select c.slug, c.name, parent.slug as parent from categories c left join categories parent
        on parent.category_id = c.parent_id order by c.slug`),
    users: await read('select user_id, email, date_joined from users order by user_id'),
    reviews: await read(`
      select user_id, p.parent_asin, rating, "timestamp", year, month, day, r.title, r."text", helpful_votes, verified_purchase,
        r.photos
      from reviews r join products p using (product_id) order by user_id, p.parent_asin`),
  };
}
