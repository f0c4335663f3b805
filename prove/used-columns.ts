import pg from 'pg';

export interface UsedColumn {
  readonly table: string;
  readonly column: string;
}

/** Commands that cannot be a function's body and name no column. */
const isCommand =
  /^\s*(set|show|lock|analyze|fetch|create (database|extension|schema|table)|drop|truncate|alter|listen|begin|commit|rollback)\b/i;

/** Returns the type of each parameter, as PostgreSQL infers it. */
function parameterTypes(client: pg.Client, text: string): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    let types: readonly number[] = [];
    client.query({
      submit(connection: {
        once(event: string, listener: (message: { dataTypeIDs: number[] }) => void): void;
        parse(query: { text: string }): void;
        describe(what: { type: 'S' }): void;
        sync(): void;
      }) {
        connection.once('parameterDescription', ({ dataTypeIDs }) => {
          types = dataTypeIDs;
        });
        connection.parse({ text });
        connection.describe({ type: 'S' });
        connection.sync();
      },
      handleRowDescription: () => undefined,
      handleError: reject,
      handleReadyForQuery: () => resolve(types),
    } as unknown as pg.Submittable);
  });
}

/**
 * Finds the columns that statements use, with PostgreSQL's own records: each statement becomes the body of a function, and
 * `pg_depend` lists its dependencies. Commands that cannot be a body (SET, LOCK) use none.
 */
export async function findUsedColumns(
  connectionString: string,
  texts: Iterable<string>,
): Promise<{ used: readonly UsedColumn[]; bodies: number }> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const found = new Map<string, UsedColumn>();
  let bodies = 0;
  try {
    const [tables, others] = [true, false].map((isTable) =>
      [...texts].filter((text) => /^\s*create temp/i.test(text) === isTable),
    ) as [string[], string[]];
    for (const text of tables) await client.query(text.replace(/ on commit drop/i, ''));
    for (const text of others) {
      await client.query('begin');
      try {
        const body = text.replace(/^\s*declare .*? for\s+/is, '');
        const types = await parameterTypes(client, body);
        const { rows: names } = await client.query<{ name: string }>(
          'select format_type(id, null) as name from unnest($1::oid[]) with ordinality as of (id, place) order by place',
          [types],
        );
        await client.query(
          `create function body_of_statement(${names.map(({ name }) => name).join(', ')}) returns void begin atomic ${body}; end`,
        );
        const { rows } = await client.query<UsedColumn>(
          `select distinct refobjid::regclass::text as table, attname as column
           from pg_depend join pg_attribute on attrelid = refobjid and attnum = refobjsubid
           where objid = 'body_of_statement'::regproc and refclassid = 'pg_class'::regclass and refobjsubid > 0`,
        );
        for (const one of rows) found.set(`${one.table}.${one.column}`, one);
        bodies++;
      } catch (error) {
        if (!isCommand.test(text)) throw new Error(`No function has this body: ${text}`, { cause: error });
      } finally {
        await client.query('rollback');
      }
    }
  } finally {
    await client.end();
  }
  return { used: [...found.values()], bodies };
}

/** Returns the columns of the shop's own tables. */
export async function findColumns(connectionString: string): Promise<UsedColumn[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<UsedColumn>(
    `select c.oid::regclass::text as table, attname as column from pg_attribute join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped order by 1, attnum`,
  );
  await client.end();
  return rows;
}
