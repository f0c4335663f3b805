import type { DerivedColumns } from './derived-columns.ts';
import type { NoteField } from './field-counts.ts';
import type { Frame, FrameKind } from './frame.ts';
import type { SourceKind } from './open-source.ts';

export interface RowContext {
  /** The columns of the file, as far as they are known. */
  frame: Frame;
  /** Hears of what is left out of a row, or altered. */
  note: NoteField;
  derived: DerivedColumns;
  /** Of the row in the file. */
  line: number;
}

/** What the reading of reviews, products and users differs in. `Facts`: what the merge wants to know of a batch besides its rows. */
export interface RowFormat<Row, Facts> {
  kind: FrameKind;
  sourceKind: SourceKind;
  /** Throws `RowError`. */
  toRow(record: Record<string, unknown>, context: RowContext): Row;
  keyOf(row: Row): string;
  /** Of two rows of one batch with the same key, in the order of the file. */
  combine(earlier: Row, later: Row): Row;
  /** For COPY into the staging table. */
  toLine(row: Row, index: number): string;
  factsOf(rows: readonly Row[]): Facts;
}
