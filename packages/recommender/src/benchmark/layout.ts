/**
 * @file What the lines of a file of interactions mean. There are two families, and no mark in the file says which it is:
 *
 * - lists, a line a user: `user item item ...`, as the LightGCN code base has them;
 * - rows, a line an interaction: `user item`, then a rating or weight, a time, or both.
 *
 * They are told apart by what they cannot both be: lists have each user once, rows all have the same number of columns. Where
 * that leaves a doubt, it is not guessed.
 */
import { InteractionFileError, type Line, lineError, readLines } from './interaction-file.ts';

export type Column = 'user' | 'item' | 'rating' | 'time';

/** `lists`, or the columns of a row in their order. */
export type Layout = 'lists' | `${Column} ${Column}${'' | ` ${Column}`}${'' | ` ${Column}`}`;

export type LayoutFamily = 'lists' | 'rows';

export interface Survey {
  readonly path: string;
  /** Splits a line into its fields. */
  readonly split: (text: string) => string[];
  /** The first line names the columns. */
  readonly hasHeader: boolean;
  /** What the lines that were looked at can be; never empty. */
  readonly possible: ReadonlySet<Layout>;
}

/** As many lines say what a file is; only while they leave a doubt are more of them looked at. */
const enoughLines = 10_000;
/** 3 March 1973 in seconds: times lie beyond it, in seconds or milliseconds; ratings do not. */
const leastTime = 1e8;

/** Without zeros in front, which make another text of the same number; not more digits than JavaScript's numbers keep. */
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
 * Looks at the first lines of a file, and at all of them if need be.
 * @throws InteractionFileError when it can be no layout
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
 * The one layout that both files can have.
 * @throws InteractionFileError when they have none in common, or more than one
 */
export function agreeOnLayout(train: Survey, test: Survey, family?: LayoutFamily): Layout {
  const common = [...train.possible].filter(
    (layout) => test.possible.has(layout) && (!family || familyOf(layout) === family),
  );
  if (common.length === 0)
    throw new InteractionFileError(
      `The two files are not of one layout${family ? ` that is ${family}` : ''}: ${describe(train)}, but ${describe(test)}.`,
    );
  const [first, ...others] = common;
  // A user and one item mean the same either way.
  if (others.length === 0 || common.includes('user item')) return first!;
  throw new InteractionFileError(
    `${describe(train)} and ${describe(test)}: no user comes twice and all lines are equally long, so it cannot be told which. Say it with --layout lists or --layout rows.`,
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

/** Undefined: the first line is numbers, as all others. */
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
      `a first line that is not numbers names the columns: user, item, and if need be rating and timestamp, no others`,
    );
  });
  for (const column of columns)
    if (columns.indexOf(column) !== columns.lastIndexOf(column))
      throw lineError(path, line, `expected one column that is the ${column}`);
  for (const needed of ['user', 'item'] as const)
    if (!columns.includes(needed)) throw lineError(path, line, `expected a column that is the ${needed}`);
  return columns.join(' ') as Layout;
}

/** What is seen while the lines of a file without a header go by. */
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
        `as user ${user} has line ${lines.join(' and line ')}, each line is an interaction, and as line ${line} has ${width} columns, so has this`,
      );
    }
    if (this.#odd && this.#fraction) throw lineError(this.#path, this.#fraction, expectedNumbers);
    const layouts = new Set<Layout>();
    if (!this.#repeated && !this.#fraction) layouts.add('lists');
    const row = this.#odd ? undefined : this.#rowLayout(width);
    if (row) layouts.add(row);
    if (layouts.size > 0) return layouts;
    throw new InteractionFileError(
      `${this.#path}: each line has ${width} numbers, more than a user, an item, a rating and a time (seconds since 1970). Leave out the other columns.`,
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
  'expected whole numbers with one kind of separator between them (ids that are texts need a first line that names the columns)';

/** Whether these can be a line without a header: the user and the first item are whole numbers, the others any. */
export function areNumbers(fields: readonly string[]): boolean {
  return fields.every((field, index) => (index < 2 ? wholeNumber : anyNumber).test(field));
}
