/**
 * @file What the lines of a file of interactions mean. There are two families of layouts, and no mark in the file names its family:
 *
 * - lists, one line per user: `user item item ...`, as in the LightGCN code base;
 * - rows, one line per interaction: `user item`, then a rating or weight, a time, or both.
 *
 * Two properties distinguish them: in lists each user occurs once, and rows all have the same number of columns. If
 * both hold, the reader does not guess.
 */
import { InteractionFileError, type Line, lineError, readLines } from './interaction-file.ts';

export type Column = 'user' | 'item' | 'rating' | 'time';

/** `lists`, or the columns of a row in order. */
export type Layout = 'lists' | `${Column} ${Column}${'' | ` ${Column}`}${'' | ` ${Column}`}`;

export type LayoutFamily = 'lists' | 'rows';

export interface Survey {
  readonly path: string;
  /** Splits a line into its fields. */
  readonly split: (text: string) => string[];
  /** The first line names the columns. */
  readonly hasHeader: boolean;
  /** The layouts that fit the surveyed lines; never empty. */
  readonly possible: ReadonlySet<Layout>;
}

/** The survey reads this many lines, and more only while they are ambiguous. */
const enoughLines = 10_000;
/** 3 March 1973 in seconds. Times are larger, in seconds or milliseconds; ratings are not. */
const leastTime = 1e8;

/** Without leading zeros, which make another text for the same number, and with no more digits than JavaScript's numbers keep. */
export const wholeNumber = /^(0|[1-9]\d{0,14})$/;
const anyNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const namesOf: Record<Column, ReadonlySet<string>> = {
  user: new Set(['user', 'userid', 'uid', 'u', 'reviewer', 'reviewerid', 'customer', 'customerid']),
  item: new Set(
    'item itemid iid i movie movieid product productid asin parentasin artist artistid book bookid track trackid song songid business businessid'.split(
      ' ',
    ),
  ),
  rating: new Set('rating ratings score stars overall weight count value preference'.split(' ')),
  time: new Set('timestamp time ts date datetime unixreviewtime'.split(' ')),
};

/**
 * Surveys the first lines of a file, and all of them if necessary.
 * @throws InteractionFileError when no layout fits
 */
export async function surveyFile(path: string, signal?: AbortSignal): Promise<Survey> {
  let split: Survey['split'] | undefined;
  let header: Layout | undefined;
  const facts = new LineFacts(path);
  for await (const lines of readLines(path, signal)) {
    for (const line of lines) {
      if (!split) {
        split = splitterOf(line.text);
        header = readHeader(split(line.text), path, line);
      }
      if (header) break;
      facts.add(split(line.text), line);
    }
    if (header || (facts.count >= enoughLines && !facts.isOpen)) break;
  }
  if (!split || (!header && facts.isEmpty)) throw new InteractionFileError(`${path} holds no interactions.`);
  const possible = header ? new Set([header]) : facts.possible();
  return { path, split, hasHeader: header !== undefined, possible };
}

/**
 * Returns the one layout that fits both files.
 * @throws InteractionFileError when no layout fits both, or more than one does
 */
export function agreeOnLayout(train: Survey, test: Survey, family?: LayoutFamily): Layout {
  const common = [...train.possible].filter(
    (layout) => test.possible.has(layout) && (!family || familyOf(layout) === family),
  );
  if (common.length === 0)
    throw new InteractionFileError(
      `The two files do not share a layout${family ? ` of the family ${family}` : ''}: ${describe(train)}, but ${describe(test)}.`,
    );
  const [first, ...others] = common;
  // A user and one item mean the same in both families.
  if (others.length === 0 || common.includes('user item')) return first!;
  throw new InteractionFileError(
    `${describe(train)} and ${describe(test)}: no user occurs twice and all lines have the same length, so the layout is ambiguous. Choose one with --layout lists or --layout rows.`,
  );
}

function familyOf(layout: Layout): LayoutFamily {
  return layout === 'lists' ? 'lists' : 'rows';
}

function describe({ path, possible }: Survey): string {
  const meanings = Array.from(possible, (layout) =>
    layout === 'lists' ? '“user item item ...”' : `“${layout}”`,
  );
  return `the lines of ${path} are ${meanings.join(' or ')}`;
}

function splitterOf(text: string): Survey['split'] {
  for (const separator of ['::', ',', ';', '|'])
    if (text.includes(separator))
      return (line) =>
        line.split(separator).map((field) => {
          const trimmed = field.trim();
          return trimmed.length > 1 && trimmed.startsWith('"') && trimmed.endsWith('"')
            ? trimmed.slice(1, -1)
            : trimmed;
        });
  return (line) => line.split(/\s+/);
}

/** Returns undefined if the first line is numbers, like all others. */
function readHeader(fields: readonly string[], path: string, line: Line): Layout | undefined {
  if (fields.every((field) => anyNumber.test(field))) return undefined;
  if (fields.some((field) => anyNumber.test(field))) throw lineError(path, line, expectedNumbers);
  const columns = fields.map((field) => {
    // RecBole writes `user_id:token`; others `userId`, `User ID`.
    const name = field
      .replace(/:\w+$/, '')
      .replaceAll(/[\s_-]/g, '')
      .toLowerCase();
    const column = (Object.keys(namesOf) as Column[]).find((one) => namesOf[one].has(name));
    if (column) return column;
    throw lineError(
      path,
      line,
      `expected numbers or the names of the columns: user, item, and optionally rating and timestamp`,
    );
  });
  for (const column of columns)
    if (columns.indexOf(column) !== columns.lastIndexOf(column))
      throw lineError(path, line, `expected one column that is the ${column}`);
  for (const needed of ['user', 'item'] as const)
    if (!columns.includes(needed)) throw lineError(path, line, `expected a column that is the ${needed}`);
  return columns.join(' ') as Layout;
}

/** What the survey learns from the lines of a file without a header. */
class LineFacts {
  readonly #path: string;
  readonly #lineOfUser = new Map<string, number>();
  readonly #areTimes = [true, true];
  #first: { readonly width: number; readonly line: number } | undefined;
  #odd: Line | undefined;
  #fraction: Line | undefined;
  #repeated: { readonly user: string; readonly lines: readonly [number, number] } | undefined;
  #hasItems = false;
  count = 0;

  constructor(path: string) {
    this.#path = path;
  }

  add(fields: readonly string[], line: Line): void {
    if (!areNumbers(fields)) throw lineError(this.#path, line, expectedNumbers);
    this.count++;
    const user = fields[0]!;
    const known = this.#lineOfUser.get(user);
    if (known === undefined) this.#lineOfUser.set(user, line.number);
    else this.#repeated ??= { user, lines: [known, line.number] };
    this.#first ??= { width: fields.length, line: line.number };
    if (fields.length !== this.#first.width) this.#odd ??= line;
    if (!fields.every((field) => wholeNumber.test(field))) this.#fraction ??= line;
    this.#hasItems ||= fields.length > 1;
    for (const index of [0, 1]) this.#areTimes[index] &&= Number(fields[index + 2]) >= leastTime;
  }

  get isEmpty(): boolean {
    return !this.#hasItems;
  }

  /** Whether more lines could still decide. */
  get isOpen(): boolean {
    return !this.#odd && !this.#repeated;
  }

  possible(): Set<Layout> {
    const { width, line } = this.#first!;
    if (this.#odd && this.#repeated) {
      const { user, lines } = this.#repeated;
      throw lineError(
        this.#path,
        this.#odd,
        `expected ${width} columns, because line ${line} has as many and user ${user} has line ${lines.join(' and line ')}, so each line is an interaction`,
      );
    }
    if (this.#odd && this.#fraction) throw lineError(this.#path, this.#fraction, expectedNumbers);
    const layouts = new Set<Layout>();
    if (!this.#repeated && !this.#fraction) layouts.add('lists');
    const row = this.#odd ? undefined : this.#rowLayout(width);
    if (row) layouts.add(row);
    if (layouts.size > 0) return layouts;
    throw new InteractionFileError(
      `${this.#path}: each line has ${width} numbers, more than a user, an item, a rating and a time (seconds since 1970). Remove the other columns.`,
    );
  }

  #rowLayout(width: number): Layout | undefined {
    const [third, fourth] = this.#areTimes;
    if (width === 2) return 'user item';
    if (width === 3) return third ? 'user item time' : 'user item rating';
    if (width === 4 && third !== fourth) return third ? 'user item time rating' : 'user item rating time';
    return undefined;
  }
}

export const expectedNumbers =
  'expected whole numbers with the same separator on every line (text ids need a first line that names the columns)';

/** Whether these fields can be a line without a header: the user and the first item are whole numbers, the others any numbers. */
export function areNumbers(fields: readonly string[]): boolean {
  return fields.every((field, index) => (index < 2 ? wholeNumber : anyNumber).test(field));
}
