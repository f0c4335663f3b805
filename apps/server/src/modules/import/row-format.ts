import type { NoteField } from './field-counts.ts';
import type { SourceKind } from './open-source.ts';

/** What the reading of reviews and of products differs in. `Facts`: what the merge wants to know of a batch besides its rows. */
export interface RowFormat<Row, Facts> {
  sourceKind: SourceKind;
  /** Throws `RowError`. `note` hears of what is left out of a row, or altered. */
  toRow(record: Record<string, unknown>, note: NoteField): Row;
  /** A sentence when the first record shows that the file is for the other import. */
  refuse(record: Record<string, unknown>): string | null;
  keyOf(row: Row): string;
  /** Of two rows of one batch with the same key, in the order of the file. */
  combine(earlier: Row, later: Row): Row;
  /** For COPY into the staging table. */
  toLine(row: Row, index: number): string;
  factsOf(rows: readonly Row[]): Facts;
}
