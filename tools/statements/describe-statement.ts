/** @file PostgreSQL's description of a statement, without running it. */
import type pg from 'pg';

export interface DescribedColumn {
  readonly name: string;
  /** An oid of `pg_type`. */
  readonly type: number;
  /** Null is possible: the table's column allows it, or its table may have no row to join. */
  readonly mayBeNull: boolean;
}

export interface Describer {
  /** Returns the columns of its rows, an empty list if it returns no rows, or PostgreSQL's complaint. */
  describe(text: string): Promise<readonly DescribedColumn[] | { readonly complaint: string }>;
  /** The entries of `pg_type`: the labels of an enum, the element of an array, and so on. */
  readonly types: ReadonlyMap<number, PostgresType>;
}

export interface PostgresType {
  readonly name: string;
  readonly element: number | undefined;
  readonly labels: readonly string[];
}

interface Field {
  readonly name: string;
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
}

/** Parse and Describe of the extended protocol. */
class Description {
  fields: readonly Field[] = [];
  readonly #text: string;
  readonly #settle: (outcome: readonly Field[] | Error) => void;

  constructor(text: string, settle: (outcome: readonly Field[] | Error) => void) {
    this.#text = text;
    this.#settle = settle;
  }

  submit(connection: {
    parse(query: { text: string }): void;
    describe(what: { type: 'S' }): void;
    sync(): void;
  }): void {
    connection.parse({ text: this.#text });
    connection.describe({ type: 'S' });
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.fields = fields;
  }

  handleError(error: Error): void {
    this.#settle(error);
  }

  handleReadyForQuery(): void {
    this.#settle(this.fields);
  }
}

export async function createDescriber(client: pg.Client): Promise<Describer> {
  // Shops install it where they may.
  await client.query('create extension if not exists pg_stat_statements');
  const { rows: types } = await client.query<{ id: number; name: string; element: number; labels: string[] }>(
    `select t.oid as id, typname as name, typelem as element,
       array(select enumlabel::text from pg_enum e where e.enumtypid = t.oid order by enumsortorder) as labels
     from pg_type t`,
  );
  const columns = new Map<string, { name: string; isNotNull: boolean }>();
  const learnColumns = async () => {
    const { rows } = await client.query<{ table: number; column: number; name: string; isNotNull: boolean }>(
      'select attrelid as table, attnum as column, attname as name, attnotnull as "isNotNull" from pg_attribute where attnum > 0',
    );
    for (const { table, column, ...one } of rows) columns.set(`${table} ${column}`, one);
  };
  await learnColumns();
  const cursors = new Map<string, readonly DescribedColumn[]>();
  const described = new Map<string, Awaited<ReturnType<Describer['describe']>>>();

  async function ask(text: string): ReturnType<Describer['describe']> {
    // Later statements need the temporary tables that the program makes.
    if (/^\s*create temp(orary)? table/i.test(text)) {
      try {
        await client.query(text.replace(/ on commit drop/i, ''));
      } catch (error) {
        return { complaint: complaintOf(error as Error, text) };
      }
      await learnColumns();
      return [];
    }
    const cursor = /^\s*declare (?<name>\w+) .*?cursor.*? for\s+/is.exec(text);
    const fetched = /^\s*fetch \d+ from (?<name>\w+)\s*$/i.exec(text);
    if (fetched)
      return (
        cursors.get(fetched.groups!.name!) ?? {
          complaint: `no statement declares the cursor ${fetched.groups!.name}`,
        }
      );
    const outcome = await new Promise<readonly Field[] | Error>((settle) => {
      client.query(
        new Description(cursor ? text.slice(cursor[0].length) : text, settle) as unknown as pg.Submittable,
      );
    });
    if (outcome instanceof Error) return { complaint: complaintOf(outcome, text) };
    let optional: readonly boolean[] = [];
    if (outcome.length > 0 && /\b(left|right|full)\s+(outer\s+)?join\b/i.test(text)) {
      try {
        optional = await findOptional(client, text);
      } catch (error) {
        return { complaint: complaintOf(error as Error, text) };
      }
    }
    const result = outcome.map(({ name, tableID, columnID, dataTypeID }, index) => {
      const column = columns.get(`${tableID} ${columnID}`);
      const isExcluded = column && new RegExp(`\\b${column.name}\\s+is\\s+not\\s+null`, 'i').test(text);
      const mayBeNull =
        column !== undefined && !isExcluded && (!column.isNotNull || (optional[index] ?? false));
      return { name, type: dataTypeID, mayBeNull };
    });
    if (!cursor) return result;
    cursors.set(cursor.groups!.name!, result);
    return [];
  }

  return {
    types: new Map(
      types.map(({ id, name, element, labels }) => [id, { name, element: element || undefined, labels }]),
    ),
    async describe(text) {
      const known = described.get(text) ?? (await ask(text));
      described.set(text, known);
      return known;
    },
  };
}

function complaintOf(error: Error, text: string): string {
  const { position } = error as { position?: string };
  const near = position === undefined ? '' : text.slice(Math.max(0, Number(position) - 1)).split(/\s/)[0];
  return `${error.message}${near ? `, at “${near}”` : ''}`;
}

interface Plan {
  readonly Alias?: string;
  readonly Output?: readonly string[];
  readonly Plans?: readonly Plan[];
  readonly 'Join Type'?: string;
  readonly 'Parent Relationship'?: string;
}

/** Returns, for each column, whether it comes from a table in which an outer join may find no row. */
async function findOptional(client: pg.Client, text: string): Promise<boolean[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `explain (generic_plan, verbose, format json) ${text}`,
  );
  const [{ Plan: top }] = rows[0]!['QUERY PLAN'] as [{ Plan: Plan }];
  const optional = new Set<string>();
  const walk = (plan: Plan, isOptional: boolean) => {
    if (isOptional && plan.Alias !== undefined) optional.add(plan.Alias);
    for (const inner of plan.Plans ?? []) {
      const side =
        { Left: ['Inner'], Right: ['Outer'], Full: ['Inner', 'Outer'] }[plan['Join Type'] ?? ''] ?? [];
      walk(inner, isOptional || side.includes(inner['Parent Relationship'] ?? ''));
    }
  };
  walk(top, false);
  return (top.Output ?? []).map((output) => optional.has(/^"?(\w+)"?\.\S+$/.exec(output)?.[1] ?? ''));
}
