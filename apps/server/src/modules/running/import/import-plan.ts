/** @file The options of an import, its progress and summary, and the differences between reviews, products and users. */
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Transaction } from '../../../platform/postgres/database.ts';
import type { Statement } from '../../../platform/postgres/sql.ts';
import type { ImportBatch } from './batch.ts';
import type { ImportCounters } from './checkpoint.ts';
import type { DerivedColumn } from './derived-columns.ts';
import type { FieldCount } from './field-counts.ts';
import type { ColumnReport, FrameKind } from './frame.ts';
import type { ParseFormat } from './parse-rows.ts';
import type { Parser } from './parser.ts';
import type { Reject } from './rejects-file.ts';
import type { Source } from './source.ts';

export interface ImportOptions {
  files: readonly string[];
  pool: pg.Pool;
  rejectsDir: string;
  onProgress?: (progress: ImportProgress) => void;
  /** Called before the first row of each file. */
  onFile?: (file: OpenedImport) => void;
  /** Clears the values for which a file has no column. By default they stay. */
  replace?: boolean;
  signal?: AbortSignal | undefined;
  logger?: Pick<Logger, 'info' | 'warn'>;
  /** The number of rows per transaction. */
  batchRows?: number;
  createParser?: () => Parser;
  /** The first rows are read meanwhile, but nothing is written before this is done. Its failure fails the import. */
  after?: Promise<unknown>;
}

export interface ImportProgress {
  file: string;
  fileNumber: number;
  fileCount: number;
  /** The bytes of all files, as stored on disk. */
  bytesRead: number;
  bytesTotal: number;
  rows: number;
  rowsPerSecond: number;
  secondsLeft: number | null;
}

export interface OpenedImport {
  file: string;
  layout: Source['layout'];
  columns: ColumnReport;
}

export interface FileSummary extends ImportCounters {
  file: string;
  layout: Source['layout'];
  columns: ColumnReport;
  /** The use of columns that only later lines of JSON have. */
  laterColumns: ColumnReport;
  /** The columns that the database derives, compared with the file. */
  derived: DerivedColumn[];
  /** The number of rows that an earlier, interrupted run had done. */
  resumedAfter: number;
  rejectsFile: string | null;
  /** Why the file could not be read to its end. The rows before that are imported. */
  damage: string | null;
  /** Why no row of the file could be imported. */
  problem: string | null;
  /** Sentences about bytes that were skipped. */
  remarks: readonly string[];
  fields: readonly FieldCount[];
}

export interface ImportSummary extends ImportCounters {
  seconds: number;
  rejectsFiles: string[];
  derived: DerivedColumn[];
  files: FileSummary[];
  /** The values that were left out of the rows of all files, or altered. */
  fields: readonly FieldCount[];
  /** Files that could not be imported, and why. */
  unusableFiles: ReadonlyArray<{ file: string; reason: string }>;
}

/** The result of a batch. */
export interface Merged {
  inserted: number;
  updated: number;
  stubs?: number;
  profiles?: number;
  accountsKept?: number;
  derived?: DerivedColumn[];
  /** Rows that were rejected only when they were compared with the database. */
  rejects?: Reject[];
}

/** The differences between the imports of reviews, products and users. */
export interface ImportPlan<Facts> {
  kind: FrameKind;
  format: ParseFormat;
  batchRows: number;
  staging: readonly Statement[];
  /** Merges a batch with rows, inside a transaction. */
  merge(tx: Transaction, batch: ImportBatch<Facts>): Promise<Merged>;
  /** Runs after all files, in the transaction that marks them finished. */
  finish(tx: Transaction): Promise<void>;
  /** Tables whose statistics the shop's queries will need, with the columns if the table is wide. */
  analyze: readonly string[];
}
