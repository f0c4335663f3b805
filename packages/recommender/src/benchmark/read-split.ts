import type { Edges } from '@kindred/gnn';
import {
  findInteractionFile,
  InteractionFileError,
  type Line,
  lineError,
  readLines,
} from './interaction-file.ts';
import {
  agreeOnLayout,
  areNumbers,
  type Column,
  expectedNumbers,
  type Layout,
  type LayoutFamily,
  type Survey,
  surveyFile,
  wholeNumber,
} from './layout.ts';

/** Training and test interactions of one directory, users and items numbered from 0 without gaps. */
export interface BenchmarkSplit {
  readonly layout: Layout;
  readonly train: Edges;
  readonly test: Edges;
  readonly numUsers: number;
  readonly numItems: number;
}

/**
 * Reads `train.txt` and `test.txt` of a directory (`.gz`, `.csv`, `.tsv`, `.dat` and `.inter` too), in any layout of
 * `layout.ts`; both need the same layout. Ids are renumbered in their own order, so a set whose ids are 0 to n - 1 keeps
 * them. Ratings and times are ignored. Ids may be text only in files whose first line names the columns.
 * @param family says whether a line is a user's list or one row, if the files are ambiguous
 * @throws InteractionFileError that names the file and the line
 */
export async function readBenchmarkSplit(
  directory: string,
  { family, signal }: { family?: LayoutFamily; signal?: AbortSignal } = {},
): Promise<BenchmarkSplit> {
  const paths = [findInteractionFile(directory, 'train'), findInteractionFile(directory, 'test')] as const;
  const surveys = [await surveyFile(paths[0], signal), await surveyFile(paths[1], signal)] as const;
  const layout = agreeOnLayout(...surveys, family);
  const [users, items] = [new IdTable(), new IdTable()];
  const edges: Edges[] = [];
  for (const survey of surveys) edges.push(await readEdges(survey, layout, users, items, signal));
  const [newUser, newItem] = [users.inOrder(), items.inOrder()];
  const renumber = (some: Edges): Edges => ({
    users: some.users.map((user) => newUser[user]),
    items: some.items.map((item) => newItem[item]),
  });
  return {
    layout,
    train: renumber(edges[0]),
    test: renumber(edges[1]),
    numUsers: newUser.length,
    numItems: newItem.length,
  };
}

/** Numbers ids in the order of their first occurrence. A whole number is an id by its value, any other id is text. */
class IdTable {
  readonly #numbers = new Map<number | string, number>();

  numberOf(text: string): number {
    const key = wholeNumber.test(text) ? Number(text) : text;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** Returns, for each number, the position of its id among all: whole numbers ascending, then texts. */
  inOrder(): Int32Array {
    const keys = [...this.#numbers.keys()].sort(
      (a, b) => Number(typeof a === 'string') - Number(typeof b === 'string') || (a < b ? -1 : 1),
    );
    const places = new Int32Array(keys.length);
    keys.forEach((key, index) => {
      places[this.#numbers.get(key)!] = index;
    });
    return places;
  }
}

async function readEdges(
  survey: Survey,
  layout: Layout,
  userIds: IdTable,
  itemIds: IdTable,
  signal?: AbortSignal,
): Promise<Edges> {
  const [users, items]: [number[], number[]] = [[], []];
  const read = layout === 'lists' ? listReader(survey) : rowReader(survey, layout);
  let isHeader = survey.hasHeader;
  for await (const lines of readLines(survey.path, signal))
    for (const line of lines) {
      if (!isHeader) {
        const [user, liked] = read(survey.split(line.text), line);
        for (const item of liked) {
          users.push(userIds.numberOf(user));
          items.push(itemIds.numberOf(item));
        }
      }
      isHeader = false;
    }
  if (users.length === 0) throw new InteractionFileError(`${survey.path} holds no interactions.`);
  return { users: Int32Array.from(users), items: Int32Array.from(items) };
}

/** Checks a line against the layout, and returns its user and items. */
type Reader = (fields: readonly string[], line: Line) => readonly [string, readonly string[]];

function listReader({ path }: Survey): Reader {
  const lineOfUser = new Map<string, number>();
  return ([user, ...liked], line) => {
    if (![user, ...liked].every((id) => wholeNumber.test(id))) throw lineError(path, line, expectedNumbers);
    const known = lineOfUser.get(user);
    if (known !== undefined)
      throw lineError(path, line, `expected one line per user, but user ${user} also has line ${known}`);
    lineOfUser.set(user, line.number);
    return [user, liked];
  };
}

function rowReader({ path, hasHeader }: Survey, layout: Layout): Reader {
  const columns = layout.split(' ') as Column[];
  const [userAt, itemAt] = [columns.indexOf('user'), columns.indexOf('item')];
  return (fields, line) => {
    if (fields.length !== columns.length)
      throw lineError(path, line, `expected ${columns.length} columns, “${layout}”`);
    if (!hasHeader && !areNumbers(fields)) throw lineError(path, line, expectedNumbers);
    const [user, item] = [fields[userAt], fields[itemAt]];
    if (user === '' || item === '') throw lineError(path, line, 'expected a user and an item');
    return [user, [item]];
  };
}
