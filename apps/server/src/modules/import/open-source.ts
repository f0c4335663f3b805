/** @file Tells a file's layout by its content, not by its name, and opens the reader for it. */
import { open } from 'node:fs/promises';
import { parseCsvLine, readCsv } from './csv-reader.ts';
import { readJsonLines } from './json-lines-reader.ts';
import { type LineBlock, readLines } from './line-reader.ts';
import { readParquet } from './parquet-reader.ts';
import { type Source, UnusableFileError } from './source.ts';

export interface SourceKind {
  /** The columns that this import understands, in every layout's spelling. */
  knownColumns: ReadonlySet<string>;
  /** Whether a file of bare ratings without a header makes sense. */
  takesRatings: boolean;
}

export async function openSource(options: {
  file: string;
  kind: SourceKind;
  /** Lines, or rows of Parquet, that an earlier run has dealt with. */
  after: number;
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
}): Promise<Source> {
  const { file, kind, after } = options;
  if (await startsWith(file, 'PAR1')) {
    const rows = readParquet({ ...options, columns: kind.knownColumns, afterRow: after });
    return { layout: 'parquet', unit: 'row', rows };
  }
  const blocks = readLines(options);
  const first = await blocks.next();
  if (first.done) return { layout: 'json-lines', unit: 'line', rows: readJsonLines(blocks, after) };
  const all = startWith(first.value, blocks);
  const sample = first.value.lines.slice(0, 100).filter((line) => line.trim() !== '');
  if (sample.filter((line) => line.trimStart().startsWith('{')).length * 2 >= sample.length) {
    return { layout: 'json-lines', unit: 'line', rows: readJsonLines(all, after) };
  }
  const start = sample[0]?.trimStart() ?? '';
  if (start.startsWith('[')) {
    throw new UnusableFileError(
      `${file} is one JSON array: write one object a line (pandas: orient="records", lines=True).`,
    );
  }
  if (start.startsWith('PK\u0003\u0004')) {
    throw new UnusableFileError(`${file} is a ZIP archive: unpack it first.`);
  }
  if (first.value.lines[0]!.includes('\0')) {
    throw new UnusableFileError(`${file} is not text in UTF-8 (is it UTF-16?): write it as UTF-8.`);
  }
  if (start.startsWith('PAR1')) {
    throw new UnusableFileError(
      `${file} is a compressed Parquet file: decompress it first (Parquet compresses its own columns).`,
    );
  }
  const header = (parseCsvLine(trimEnd(sample[0] ?? '')) ?? []).map((name) => name.trim());
  if (header.filter((name) => kind.knownColumns.has(name)).length >= 2) {
    return {
      layout: 'csv',
      unit: 'line',
      rows: readCsv(all, { columns: header, skipLines: 1, afterLine: after }),
    };
  }
  const columns = kind.takesRatings ? guessRatingColumns(sample) : null;
  if (columns === null) {
    throw new UnusableFileError(
      `${file} is none of the known layouts: its first line is ${JSON.stringify(start.slice(0, 80))}. ` +
        'Known are JSON lines, CSV with a header, Parquet, and ratings as user,item,rating,timestamp.',
    );
  }
  return {
    layout: 'ratings-csv',
    unit: 'line',
    rows: readCsv(all, { columns, skipLines: 0, afterLine: after }),
  };
}

/**
 * Amazon's rating files without a header: 2014 has user,item,rating,timestamp and 2018 item,user,rating,timestamp. Items are
 * ten characters long (B0..., or an ISBN), users longer.
 */
function guessRatingColumns(sample: string[]): string[] | null {
  const rows = sample.map((line) => trimEnd(line).split(','));
  const ratings = rows.filter(
    (cells) => cells.length === 4 && /^\d(\.\d+)?$/.test(cells[2]!) && /^\d{9,13}$/.test(cells[3]!),
  );
  if (ratings.length * 2 < rows.length || ratings.length === 0) return null;
  const countItems = (column: 0 | 1) =>
    ratings.filter((cells) => /^(B[0-9A-Z]{9}|\d{9}[\dX])$/.test(cells[column]!)).length;
  return countItems(0) > countItems(1)
    ? ['asin', 'user_id', 'rating', 'timestamp']
    : ['user_id', 'asin', 'rating', 'timestamp'];
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
