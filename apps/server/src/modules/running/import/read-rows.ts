/** @file Reads rows that a machine sent, with the formats of imports. Unlike a file, a request is accepted as a whole or not at all. */
import type { AttributeSource } from './attribute-source.ts';
import { DerivedColumns } from './derived-columns.ts';
import { FieldError, RowError } from './field-values.ts';
import { Frame } from './frame.ts';
import type { RowFormat } from './row-format.ts';
import type { SourceRecord } from './source.ts';

/** Why a row cannot be accepted. */
export interface RowMistake {
  /** Its place in the request, from 0. */
  readonly row: number;
  /** The column, as data sets name it. */
  readonly column: string;
  readonly problem: string;
}

/** Some rows cannot be accepted. Nothing was stored. */
export class RowMistakesError extends Error {
  override readonly name = 'RowMistakesError';
  readonly mistakes: readonly RowMistake[];

  constructor(mistakes: readonly RowMistake[]) {
    super(mistakes.map(({ row, column, problem }) => `row ${row}: ${column} ${problem}`).join('; '));
    this.mistakes = mistakes;
  }
}

/** A file may alter a text, such as one with markup. Other notes say that a value would be lost. */
const isLoss = (reason: string) => /left out|not for sale|ends (before|there)|cut$/.test(reason);

/**
 * Returns the rows, whose columns each row says for itself: a missing column leaves the stored value.
 * @throws RowMistakesError
 */
export function readRows<Row, Facts>(
  format: RowFormat<Row, Facts>,
  records: readonly SourceRecord[],
  { attributes, keyColumn }: { attributes: readonly AttributeSource[]; keyColumn: string },
): Row[] {
  const frames = new Map<string, Frame>();
  const frameOf = (record: SourceRecord): Frame => {
    const columns = Object.keys(record);
    const name = columns.join(' ');
    const frame = frames.get(name) ?? new Frame(columns, { isWhole: true, attributes });
    frames.set(name, frame);
    return frame;
  };
  const mistakes: RowMistake[] = [];
  const keys = new Set<string>();
  const derived = new DerivedColumns();
  const rows = records.flatMap((record, row) => {
    const before = mistakes.length;
    const note = (column: string, reason: string) => {
      if (isLoss(reason)) mistakes.push({ row, column, problem: reason.replace(/: left out$/, '') });
    };
    try {
      const read = format.toRow(record, { frame: frameOf(record), note, derived, line: row });
      const key = format.keyOf(read);
      if (keys.has(key)) mistakes.push({ row, column: keyColumn, problem: 'is repeated' });
      keys.add(key);
      return mistakes.length > before ? [] : [read];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      const isField = error instanceof FieldError;
      mistakes.push({
        row,
        column: isField ? error.field : keyColumn,
        problem: isField ? error.problem : error.message,
      });
      return [];
    }
  });
  if (mistakes.length > 0) throw new RowMistakesError(mistakes);
  return rows;
}

export const copyOf = <Row, Facts>(
  format: RowFormat<Row, Facts>,
  rows: readonly Row[],
): Uint8Array<ArrayBuffer>[] => [
  new TextEncoder().encode(rows.map((row, index) => format.toLine(row, index)).join('')),
];
