import type { ImportBatch } from './batch.ts';
import type { OpenedFile, ParseEnd, ParseOrder } from './parse-rows.ts';

/** Reads the files of one import, one at a time. */
export interface Parser {
  parse<Facts>(order: ParseOrder, options: ParseOptions): ParsedFile<Facts>;
  close(): Promise<void>;
}

export interface ParseOptions {
  readonly onProgress: (bytes: number, rows: number) => void;
  readonly signal: AbortSignal | undefined;
}

export interface ParsedFile<Facts> {
  /** The caller must read all batches in order. The next batch is parsed meanwhile. */
  batches: AsyncIterable<ImportBatch<Facts>>;
  /** Available after the first batch. */
  opened(): OpenedFile;
  /** Available after the last batch. */
  end(): ParseEnd;
}
