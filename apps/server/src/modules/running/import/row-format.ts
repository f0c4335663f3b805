import type { DerivedColumns } from './derived-columns.ts';
import type { NoteField } from './field-counts.ts';
import type { Frame, FrameKind } from './frame.ts';
import type { SourceKind } from './open-source.ts';

export interface RowContext {
  /** The columns of the file that are known so far. */
  frame: Frame;
  /** Records values that are left out of a row or altered. */
  note: NoteField;
  derived: DerivedColumns;
  /** The line of the row in the file. */
  line: number;
}

/** How to read reviews, products or users. `Facts`: what the merge needs to know about a batch besides its rows. */
export interface RowFormat<Row, Facts> {
  kind: FrameKind;
  sourceKind: SourceKind;
  /** Throws `RowError`. */
  toRow(record: Record<string, unknown>, context: RowContext): Row;
  keyOf(row: Row): string;
  /** Combines two rows of one batch with the same key, in the order of the file. */
  combine(earlier: Row, later: Row): Row;
  /** Returns a line for COPY into the staging table. */
  toLine(row: Row, index: number): string;
  factsOf(rows: readonly Row[]): Facts;
}
