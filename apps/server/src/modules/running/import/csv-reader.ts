/**
 * @file Reads CSV with texts that span lines, as pandas writes it. It assembles records line by line, so that a broken quote costs only
 * its own line and not the rest of the file.
 */
import Papa from 'papaparse';
import type { LineBlock } from './line-reader.ts';
import { DamagedFileError, type SourceRecord, type SourceRow } from './source.ts';

/** A record that is longer than this has a quote that never closes. */
const mostLinesInRecord = 20_000;
const mostCharactersInRecord = 1024 * 1024;

interface NumberedLine {
  number: number;
  text: string;
  problem: string | undefined;
}

/** Reads columns that are separated by a comma, a semicolon, a tab or a bar. `skipLines` skips the header. */
export async function* readCsv(
  blocks: AsyncIterable<LineBlock>,
  options: { columns: string[]; delimiter: string; skipLines: number; afterLine: number },
): AsyncGenerator<SourceRow[]> {
  const repeated = options.columns.find(
    (name, index) => name !== '' && options.columns.indexOf(name) < index,
  );
  if (repeated !== undefined)
    throw new DamagedFileError(
      `The header has the column ${JSON.stringify(repeated)} twice. Rename one of them.`,
    );
  const assembler = new CsvAssembler(options.columns, options.delimiter);
  const after = Math.max(options.skipLines, options.afterLine);
  for await (const { firstLine, lines, problems } of blocks) {
    const rows: SourceRow[] = [];
    for (let index = Math.max(0, after + 1 - firstLine); index < lines.length; index++) {
      const text = lines[index]!;
      assembler.add(
        {
          number: firstLine + index,
          text: text.endsWith('\r') ? text.slice(0, -1) : text,
          problem: problems?.get(index),
        },
        rows,
      );
    }
    if (rows.length > 0) yield rows;
  }
  const rest: SourceRow[] = [];
  assembler.end(rest);
  if (rest.length > 0) yield rest;
}

export function parseCsvLine(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.length === 0 && data.length === 1 ? data[0]! : null;
}

class CsvAssembler {
  readonly #columns: string[];
  readonly #delimiter: string;
  #open: NumberedLine[] = [];
  #openCharacters = 0;

  constructor(columns: string[], delimiter: string) {
    this.#columns = columns;
    this.#delimiter = delimiter;
  }

  add(line: NumberedLine, rows: SourceRow[]): void {
    if (line.problem !== undefined) {
      this.end(rows);
      rows.push({ line: line.number, lastLine: line.number, reason: line.problem, raw: line.text });
      return;
    }
    if (this.#open.length === 0 && line.text === '') return;
    const closesOrOpens = hasOddQuotes(line.text);
    if (this.#open.length === 0 && !closesOrOpens) {
      rows.push(this.#parse([line]));
      return;
    }
    this.#open.push(line);
    this.#openCharacters += line.text.length;
    if (closesOrOpens && this.#open.length > 1) {
      const row = this.#parse(this.#open);
      if ('record' in row) {
        this.#reset();
        rows.push(row);
      } else {
        this.#giveUpOnFirst(row.reason, rows);
      }
    } else if (this.#open.length > mostLinesInRecord || this.#openCharacters > mostCharactersInRecord) {
      this.#giveUpOnFirst('a quote that opens here never closes', rows);
    }
  }

  end(rows: SourceRow[]): void {
    while (this.#open.length > 0) this.#giveUpOnFirst('a quote that opens here never closes', rows);
  }

  #reset(): NumberedLine[] {
    const lines = this.#open;
    this.#open = [];
    this.#openCharacters = 0;
    return lines;
  }

  /** Rejects the first line, and reads each later line as the start of a record. */
  #giveUpOnFirst(reason: string, rows: SourceRow[]): void {
    const [first, ...rest] = this.#reset();
    rows.push({ line: first!.number, lastLine: first!.number, reason, raw: first!.text });
    for (const line of rest) this.add(line, rows);
  }

  #parse(lines: NumberedLine[]): SourceRow {
    const raw = lines.length === 1 ? lines[0]!.text : lines.map((line) => line.text).join('\n');
    const position = { line: lines[0]!.number, lastLine: lines.at(-1)!.number };
    const cells = parseCsvLine(raw, this.#delimiter);
    if (cells === null) return { ...position, reason: 'a quote is in the wrong place', raw };
    if (cells.length !== this.#columns.length) {
      return { ...position, reason: `${cells.length} columns, expected ${this.#columns.length}`, raw };
    }
    const record: SourceRecord = {};
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      record[this.#columns[index]!] = isMissing(cell) ? null : cell;
    }
    return { ...position, record, raw };
  }
}

/** The spellings of a missing value in pandas. */
const isMissing = (cell: string): boolean =>
  cell === '' || cell === 'NaN' || cell === 'nan' || cell === 'None' || cell === '<NA>' || cell === 'NaT';

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
