/** @file Tells a file's layout by its content, not by its name, and opens the reader for it. */
import { open } from 'node:fs/promises';
import { parseCsvLine, readCsv } from './csv-reader.ts';
import { readJsonLines, withoutArray } from './json-lines-reader.ts';
import { type LineBlock, readLines } from './line-reader.ts';
import { readParquet, readParquetColumns } from './parquet-reader.ts';
import { type Source, UnusableFileError } from './source.ts';

export interface SourceKind {
  /** The columns that this import understands, in every layout's spelling. */
  knownColumns: ReadonlySet<string>;
  /** Those that tell a header from other text: of all imports, so that a file for another one is known as such. */
  headerColumns: ReadonlySet<string>;
  /** Whether a file of bare ratings without a header makes sense. */
  takesRatings: boolean;
}

export async function openSource(options: {
  file: string;
  kind: SourceKind;
  /** Lines, or rows of Parquet, that an earlier run has dealt with. */
  after: number;
  onBytes?: (bytes: number) => void;
  /** Hears what was passed over, in a sentence. */
  onRemark?: (sentence: string) => void;
  signal?: AbortSignal | undefined;
}): Promise<Source> {
  const { file, kind, after } = options;
  if (await startsWith(file, 'PAR1')) {
    const rows = readParquet({ ...options, columns: kind.knownColumns, afterRow: after });
    return { layout: 'parquet', columns: await readParquetColumns(file), unit: 'row', rows };
  }
  const blocks = readLines(options);
  const first = await blocks.next();
  if (first.done)
    return { layout: 'json-lines', columns: null, unit: 'line', rows: readJsonLines(blocks, after) };
  const all = startWith(first.value, blocks);
  const sample = first.value.lines.slice(0, 100).filter((line) => line.trim() !== '');
  const start = sample[0]?.trimStart() ?? '';
  const isArray = start.startsWith('[');
  if (isArray && !hasObjectALine(sample)) {
    throw new UnusableFileError(
      `${file} is one JSON array: write one object a line (pandas: orient="records", lines=True).`,
    );
  }
  if (isArray || sample.filter((line) => line.trimStart().startsWith('{')).length * 2 >= sample.length) {
    return {
      layout: 'json-lines',
      columns: null,
      unit: 'line',
      rows: readJsonLines(all, after, { isArray }),
    };
  }
  if (first.value.lines[0]!.includes('\0')) {
    throw new UnusableFileError(`${file} is not text in UTF-8 (is it UTF-16?): write it as UTF-8.`);
  }
  const csv = findHeader(sample, kind) ?? (kind.takesRatings ? guessRatingColumns(sample) : null);
  if (csv === null) {
    throw new UnusableFileError(
      `${file} is none of the known layouts: its first line is ${JSON.stringify(start.slice(0, 80))}. ` +
        'Known are JSON lines, CSV with a header, Parquet, and ratings as user,item,rating,timestamp.',
    );
  }
  return {
    layout: csv.skipLines > 0 ? 'csv' : 'ratings-csv',
    columns: csv.columns,
    unit: 'line',
    rows: readCsv(all, { ...csv, afterLine: after }),
  };
}

interface CsvLayout {
  columns: string[];
  delimiter: string;
  /** The header is not a record. */
  skipLines: number;
}

const delimiters = [',', '\t', ';', '|'];

/** Whether the lines of an array hold an object each; one of several lines, or several on a line, cannot be read. */
function hasObjectALine(sample: readonly string[]): boolean {
  const first = sample.map(withoutArray).find((line) => line.trim() !== '');
  try {
    return first !== undefined && typeof JSON.parse(first) === 'object';
  } catch {
    return false;
  }
}

function findHeader(sample: readonly string[], { headerColumns }: SourceKind): CsvLayout | null {
  for (const delimiter of delimiters) {
    const cells = parseCsvLine(trimEnd(sample[0] ?? ''), delimiter) ?? [];
    const columns = cells.map((name) => name.trim());
    if (columns.filter((name) => headerColumns.has(name)).length >= 2)
      return { columns, delimiter, skipLines: 1 };
  }
  return null;
}

/**
 * Amazon's rating files without a header: 2014 has user,item,rating,timestamp and 2018 item,user,rating,timestamp. Items are
 * ten characters long (B0..., or an ISBN), users longer.
 */
function guessRatingColumns(sample: string[]): CsvLayout | null {
  for (const delimiter of delimiters) {
    const rows = sample.map((line) => trimEnd(line).split(delimiter));
    const ratings = rows.filter(
      (cells) => cells.length === 4 && /^\d(\.\d+)?$/.test(cells[2]!) && /^\d{9,13}$/.test(cells[3]!),
    );
    if (ratings.length * 2 < rows.length || ratings.length === 0) continue;
    const countItems = (column: 0 | 1) =>
      ratings.filter((cells) => /^(B[0-9A-Z]{9}|\d{9}[\dX])$/.test(cells[column]!)).length;
    const [first, second] = countItems(0) > countItems(1) ? ['asin', 'user_id'] : ['user_id', 'asin'];
    return { columns: [first!, second!, 'rating', 'timestamp'], delimiter, skipLines: 0 };
  }
  return null;
}

async function startsWith(file: string, magic: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === magic.length && buffer.toString('latin1') === magic;
  } finally {
    await handle.close();
  }
}

async function* startWith(first: LineBlock, rest: AsyncIterable<LineBlock>): AsyncGenerator<LineBlock> {
  yield first;
  yield* rest;
}

const trimEnd = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
