/** @file The output of every reader: rows with their line numbers, some of them unreadable. */

export type SourceRecord = Record<string, unknown>;

export type SourceRow =
  /** If `raw` is null, use JSON.stringify. */
  | { line: number; lastLine: number; record: SourceRecord; raw: string | null }
  | { line: number; lastLine: number; reason: string; raw: string };

export interface Source {
  layout: 'json-lines' | 'csv' | 'ratings-csv' | 'parquet';
  /** The columns in the order of the file, or null if each row has its own. */
  columns: readonly string[] | null;
  /** The unit of `line`. */
  unit: 'line' | 'row';
  /** Arrays instead of single rows, because a promise per row would cost more than the row. */
  rows: AsyncIterable<SourceRow[]>;
}

/** The file ends too early or is damaged from some point on. Everything before that point was delivered. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
}

/** This command cannot import the file. The message says why, and what to do. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError';
}
