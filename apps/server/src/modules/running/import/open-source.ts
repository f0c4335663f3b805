/** @file Detects a file's layout from its content, not its name, and opens the reader for it. */
import { open } from 'node:fs/promises';
import { parseCsvLine, readCsv } from './csv-reader.ts';
import { readJsonLines, withoutArray } from './json-lines-reader.ts';
import { type LineBlock, readLines } from './line-reader.ts';
import { readParquet, readParquetColumns } from './parquet-reader.ts';
import { type Source, UnusableFileError } from './source.ts';

export interface SourceKind {
  /** The columns that this import understands, in the spellings of all layouts. */
  knownColumns: ReadonlySet<string>;
  /** The columns by which a header is recognised: those of all imports, so that a file for another import is recognised too. */
  headerColumns: ReadonlySet<string>;
  /** Whether a file of bare ratings without a header is allowed. */
  takesRatings: boolean;
}

export async function openSource(options: {
  file: string;
  kind: SourceKind;
  /** The number of lines, or rows of Parquet, that an earlier run has done. */
  after: number;
  onBytes?: (bytes: number) => void;
  /** Called with a sentence about skipped bytes. */
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
      `${file} is one JSON array: write one object per line (pandas: orient="records", lines=True).`,
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
      `${file} is in none of the known layouts: its first line is ${JSON.stringify(start.slice(0, 80))}. ` +
        'The known layouts are JSON lines, CSV with a header, Parquet, and ratings as user,item,rating,timestamp.',
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

/** Whether each line of an array has exactly one object. Other arrays cannot be read. */
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
 * Guesses the columns of Amazon's rating files without a header: user,item,rating,timestamp in 2014, item,user,rating,timestamp in
 * 2018. Items are ten characters long (B0..., or an ISBN), and users are longer.
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
