/** @file What an import is asked for, what it tells on the way and at its end, and what sets reviews, products and users apart. */
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
  /** Before the first row of each file. */
  onFile?: (file: OpenedImport) => void;
  /** What a file has no column for is emptied; otherwise it stays as it is. */
  replace?: boolean;
  signal?: AbortSignal | undefined;
  logger?: Pick<Logger, 'info' | 'warn'>;
  /** Rows a transaction. */
  batchRows?: number;
  createParser?: () => Parser;
}

export interface ImportProgress {
  file: string;
  fileNumber: number;
  fileCount: number;
  /** Of all files, as they lie on disk. */
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
  /** What stands in columns that the first rows of lines of JSON did not have. */
  laterColumns: ColumnReport;
  /** What the file says in columns that the database derives by itself. */
  derived: DerivedColumn[];
  /** Rows that an earlier, killed run had already done. */
  resumedAfter: number;
  rejectsFile: string | null;
  /** Why the file could not be read to its end; what stood before that is imported. */
  damage: string | null;
  /** Why nothing of the file could be imported. */
  problem: string | null;
  /** What was passed over on the way, in sentences. */
  remarks: readonly string[];
  fields: readonly FieldCount[];
}

export interface ImportSummary extends ImportCounters {
  seconds: number;
  rejectsFiles: string[];
  derived: DerivedColumn[];
  files: FileSummary[];
  /** What was left out of the rows of all files, or altered. */
  fields: readonly FieldCount[];
  /** Files of which nothing could be imported, and why. */
  unusableFiles: ReadonlyArray<{ file: string; reason: string }>;
}

/** What came of a batch. */
export interface Merged {
  inserted: number;
  updated: number;
  stubs?: number;
  profiles?: number;
  accountsKept?: number;
  derived?: DerivedColumn[];
  /** Rows that the database knows nothing to do with. */
  rejects?: Reject[];
}

/** What sets reviews, products and users apart. */
export interface ImportPlan<Facts> {
  kind: FrameKind;
  format: ParseFormat;
  batchRows: number;
  staging: readonly Statement[];
  /** Inside a transaction, a batch that has rows. */
  merge(tx: Transaction, batch: ImportBatch<Facts>): Promise<Merged>;
  /** After all files, in the transaction that marks them finished. */
  finish(tx: Transaction): Promise<void>;
  /** Tables, and columns of wide ones, whose statistics the shop's queries will need. */
  analyze: readonly string[];
}
