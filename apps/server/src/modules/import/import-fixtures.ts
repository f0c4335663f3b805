/** @file What the importers' tests share: files made on the spot, and what the tables hold afterwards. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type pg from 'pg';
import { onTestFinished } from 'vitest';

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
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
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
    const body = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
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

export function readRejects(
  path: string,
): Array<{ file: string; line: number; reason: string; raw: string }> {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; line: number; reason: string; raw: string });
}

export const emptyTables = (pool: pg.Pool) =>
  pool.query('truncate users, products, categories, reviews, import_checkpoints restart identity cascade');

/** Everything the imports write, without numbers that only say in which order rows came. */
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
      select user_id, p.parent_asin, rating, "timestamp", year, month, day, r.title, r."text", helpful_votes, verified_purchase
      from reviews r join products p using (product_id) order by user_id, p.parent_asin`),
  };
}
