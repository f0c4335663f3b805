/** @file What every reader of a file gives: rows with the line they stand on, some of them unreadable. */

export type SourceRecord = Record<string, unknown>;

export type SourceRow =
  /** `raw` null: ask JSON.stringify. */
  | { line: number; lastLine: number; record: SourceRecord; raw: string | null }
  | { line: number; lastLine: number; reason: string; raw: string };

export interface Source {
  layout: 'json-lines' | 'csv' | 'ratings-csv' | 'parquet';
  /** In the order of the file; null: each row has its own. */
  columns: readonly string[] | null;
  /** What `line` counts. */
  unit: 'line' | 'row';
  /** Arrays, not single rows: a promise per row would cost more than the row. */
  rows: AsyncIterable<SourceRow[]>;
}

/** The file ends, or stops making sense, before it should; everything before that point was delivered. */
export class DamagedFileError extends Error {
  override name = 'DamagedFileError';
}

/** Nothing in the file can be imported by this command; the message says why, and what to do. */
export class UnusableFileError extends Error {
  override name = 'UnusableFileError';
}
