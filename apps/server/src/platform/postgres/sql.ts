/** @file `sql`: a statement written as SQL, with values and other statements as `${...}`. */

export type Scalar = string | number | bigint | boolean | Date | Uint8Array | null;

/** A value in a statement. An array is one parameter, a PostgreSQL array. Write JSON with `JSON.stringify`. */
export type Value = Scalar | readonly Scalar[];

/** SQL or a part of it. Values never become part of its text. */
export class Statement {
  readonly #texts: readonly string[];
  readonly #holes: readonly (Statement | Value)[];

  constructor(texts: readonly string[], holes: readonly (Statement | Value)[]) {
    this.#texts = texts;
    this.#holes = holes;
  }

  /** Returns the text for PostgreSQL, with `$1`, `$2` for values. */
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

/** The name of a table or a column. */
sql.identifier = (name: string): Statement => new Statement([`"${name.replaceAll('"', '""')}"`], []);

sql.join = (parts: readonly Statement[], separator: Statement): Statement =>
  new Statement(
    ['', ...parts.map(() => '')],
    parts.map((part, index) => (index === 0 ? part : sql`${separator}${part}`)),
  );

/** The text of a query as a value, for a function such as `ts_stat` that runs it. */
sql.queryText = (text: string): string => text;

/** Text of the program itself, inserted as it is. */
sql.raw = (text: string): Statement => new Statement([text], []);
