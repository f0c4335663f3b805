/** @file `sql`: a statement, written as SQL, with values and other statements in its holes. */

export type Scalar = string | number | bigint | boolean | Date | Uint8Array | null;

/** What may stand in a hole. An array is one parameter, an array of PostgreSQL. JSON is written by `JSON.stringify`. */
export type Value = Scalar | readonly Scalar[];

/** SQL, or a part of it. Values never become part of its text. */
export class Statement {
  readonly #texts: readonly string[];
  readonly #holes: readonly (Statement | Value)[];

  constructor(texts: readonly string[], holes: readonly (Statement | Value)[]) {
    this.#texts = texts;
    this.#holes = holes;
  }

  /** As PostgreSQL takes it: `$1`, `$2` where a value stands. */
  compile(values: Value[] = []): { readonly text: string; readonly values: Value[] } {
    let text = this.#texts[0]!;
    for (const [index, hole] of this.#holes.entries()) {
      text += hole instanceof Statement ? hole.compile(values).text : `$${values.push(hole)}`;
      text += this.#texts[index + 1]!;
    }
    return { text, values };
  }
}

export function sql(texts: TemplateStringsArray, ...holes: (Statement | Value)[]): Statement {
  return new Statement(texts, holes);
}

/** A table's or column's name. */
sql.identifier = (name: string): Statement => new Statement([`"${name.replaceAll('"', '""')}"`], []);

sql.join = (parts: readonly Statement[], separator: Statement): Statement =>
  new Statement(
    ['', ...parts.map(() => '')],
    parts.map((part, index) => (index === 0 ? part : sql`${separator}${part}`)),
  );

/** The text of a query as a value, for a function that runs it, such as `ts_stat`. */
sql.queryText = (text: string): string => text;

/** Text that the program itself has written, as it stands. */
sql.raw = (text: string): Statement => new Statement([text], []);
