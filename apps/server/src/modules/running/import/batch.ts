import { type DerivedColumn, DerivedColumns } from './derived-columns.ts';
import { type FieldCount, FieldCounter } from './field-counts.ts';
import { RowError } from './field-values.ts';
import type { Frame } from './frame.ts';
import type { Reject } from './rejects-file.ts';
import type { RowFormat } from './row-format.ts';
import type { SourceRow } from './source.ts';

/** The rows of a file that one transaction writes, ready for COPY. */
export interface ImportBatch<Facts> {
  /** Rows of the file, good and bad. */
  read: number;
  /** When the batch is merged, everything up to this line is done. */
  lastLine: number;
  rejects: Reject[];
  /** The values that were left out of good rows or altered. */
  fields: FieldCount[];
  /** The number of rows in `copy`. There are fewer than good rows if the file names a thing twice. */
  rows: number;
  copy: Uint8Array<ArrayBuffer>[];
  facts: Facts;
  derived: DerivedColumn[];
  /** Columns that first appear in this batch. */
  newColumns: string[];
}

const linesInPiece = 1000;

export class BatchBuilder<Row, Facts> {
  read = 0;
  characters = 0;
  #lastLine: number;
  readonly #rows = new Map<string, Row>();
  readonly #rejects: Reject[] = [];
  readonly #fields = new FieldCounter();
  readonly #derived = new DerivedColumns();
  readonly #newColumns: string[] = [];
  readonly #format: RowFormat<Row, Facts>;
  readonly #frame: Frame;

  constructor(format: RowFormat<Row, Facts>, frame: Frame, lastLine: number) {
    this.#format = format;
    this.#frame = frame;
    this.#lastLine = lastLine;
  }

  add(source: SourceRow): void {
    this.read++;
    this.#lastLine = source.lastLine;
    this.characters += source.raw?.length ?? 500;
    if ('reason' in source) {
      this.#rejects.push({ line: source.line, reason: source.reason, raw: source.raw });
      return;
    }
    this.#newColumns.push(...this.#frame.learn(source.record));
    try {
      const row = this.#format.toRow(source.record, {
        frame: this.#frame,
        note: this.#fields.note,
        derived: this.#derived,
        line: source.line,
      });
      this.#fields.keep();
      const key = this.#format.keyOf(row);
      const earlier = this.#rows.get(key);
      this.#rows.set(key, earlier === undefined ? row : this.#format.combine(earlier, row));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      this.#fields.forget();
      this.#rejects.push({
        line: source.line,
        reason: error.message,
        raw: source.raw ?? toJson(source.record),
      });
    }
  }

  finish(): ImportBatch<Facts> {
    const rows = [...this.#rows.values()];
    const copy: Uint8Array<ArrayBuffer>[] = [];
    const encoder = new TextEncoder();
    // In pieces, because one string for a whole batch would be in memory twice.
    for (let start = 0; start < rows.length; start += linesInPiece) {
      let text = '';
      const end = Math.min(start + linesInPiece, rows.length);
      for (let index = start; index < end; index++) text += this.#format.toLine(rows[index]!, index);
      copy.push(encoder.encode(text));
    }
    return {
      read: this.read,
      lastLine: this.#lastLine,
      rejects: this.#rejects,
      fields: this.#fields.list(),
      rows: rows.length,
      copy,
      facts: this.#format.factsOf(rows),
      derived: this.#derived.list(),
      newColumns: this.#newColumns,
    };
  }
}

const toJson = (record: unknown): string =>
  JSON.stringify(record, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
