import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../apps/server/src/testing/postgres/test-database.ts';
import { compareStatements, readStatements } from './statements/compare-statements.ts';

const declarations = `
export declare class Statement { #brand: true }
export declare function sql(texts: TemplateStringsArray, ...holes: unknown[]): Statement;
export declare namespace sql {
  function join(parts: readonly Statement[], separator: Statement): Statement;
  function identifier(name: string): Statement;
  function raw(text: string): Statement;
  function queryText(text: string): string;
}
type Execute = <Row extends object = never>(statement: Statement) => Promise<{ rows: Row[]; rowCount: number }>;
export declare const db: { execute: Execute };
export declare class Client { query<Row = any>(text: string | { text: string; rowMode?: 'array' }, values?: unknown[]): Promise<{ rows: Row[] }> }
export declare const client: Client;
`;

/** Each case is one source, with a part of the one expected complaint. Without a complaint the source is right. */
const cases: Record<string, readonly [source: string, complaint?: string]> = {
  right: [
    "await db.execute<{ id: number; name: string; at: string; mood: 'glad' | 'sad' | null }>(sql`select id, name, at, mood from people`);",
  ],
  'wider-than-it-is': ['await db.execute<{ name: string | number | null }>(sql`select name from people`);'],
  'wrong-column': [
    'await db.execute<{ id: number }>(sql`select idd as id from people`);',
    'column "idd" does not exist',
  ],
  'wrong-table': ['await db.execute(sql`delete from peoples`);', 'relation "peoples" does not exist'],
  'wrong-name': [
    'await db.execute<{ ident: number; name: string }>(sql`select id as identity, name from people`);',
    '“ident” is in the row type and not in the rows',
  ],
  'not-in-the-type': [
    'await db.execute<{ id: number }>(sql`select id, name from people`);',
    '“name” is in the rows and not in the row type',
  ],
  'wrong-type': [
    'await db.execute<{ id: string }>(sql`select id from people`);',
    '“id” is int4, which is number, not string',
  ],
  'number-too-large': [
    'await db.execute<{ n: number }>(sql`select count(*) as n from people`);',
    '“n” is int8, which is string, not number',
  ],
  'date-by-the-tag': [
    'await db.execute<{ at: Date }>(sql`select at from people`);',
    '“at” is timestamptz, which is string, not Date',
  ],
  'text-by-the-driver': [
    "await client.query<{ at: string }>('select at from people');",
    '“at” is timestamptz, which is Date, not string',
  ],
  'date-by-the-driver': ["await client.query<{ at: Date }>('select at from people');"],
  'missing-label': [
    "await db.execute<{ mood: 'glad' | null }>(sql`select mood from people`);",
    "“mood” is mood, which is 'glad' | 'sad'",
  ],
  'array-of-others': [
    'await db.execute<{ tags: number[] }>(sql`select tags from people`);',
    '“tags” is _text, which is an array of text',
  ],
  'missing-null': ['await db.execute<{ nick: string }>(sql`select nick from people`);', '“nick” may be null'],
  'excluded-null': [
    'await db.execute<{ nick: string }>(sql`select nick from people where nick is not null`);',
  ],
  'missing-null-of-a-join': [
    'await db.execute<{ id: number; pet: string }>(sql`select p.id, o.pet from people p left join owners o using (id)`);',
    '“pet” may be null',
  ],
  'inner-join': [
    'await db.execute<{ id: number; pet: string }>(sql`select p.id, o.pet from people p join owners o using (id)`);',
  ],
  'rows-without-a-type': [
    "const { rows } = await client.query('select id from people');\nexport const id = rows[0].id;",
    'its rows are used, and have no row type',
  ],
  'rows-that-nobody-reads': [
    'const { rowCount } = await db.execute(sql`delete from people returning id`);\nexport const count = rowCount;',
  ],
  'text-of-the-run': [
    'export const find = (order: string) => db.execute<{ id: number }>(sql`select id from people order by ${sql.raw(order)}`);',
    'the statement contains text that is known only at run time',
  ],
  'text-by-its-type': [
    "export const find = (order: 'id' | 'nam') => db.execute<{ id: number }>(sql`select id from people order by ${sql.identifier(order)}`);",
    'column "nam" does not exist',
  ],
  'text-by-example': [
    "export const count = (table: string) => db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table as 'people')}`);",
  ],
  'statement-of-the-run': [
    'export const run = (statement: Statement) => db.execute(statement);',
    'this part of a statement cannot be read',
  ],
  'part-of-a-function': [
    'const isCalled = (name: string, strictly = true) => strictly ? sql`name = ${name}` : sql`nam = ${name}`;\n' +
      "await db.execute<{ id: number }>(sql`select id from people where ${isCalled('Ada')}`);",
    'column "nam" does not exist',
  ],
  'part-of-a-branch': [
    'declare const wanted: number | undefined;\nfunction having(): Statement {\n  if (wanted === undefined) return sql``;\n  return sql`and idd = ${wanted}`;\n}\n' +
      'await db.execute<{ id: number }>(sql`select id from people where true ${having()}`);',
    'column "idd" does not exist',
  ],
  'part-of-the-callers': [
    'const read = (condition: Statement) => db.execute<{ id: number }>(sql`select id from people where ${condition}`);\n' +
      'export const all = () => read(sql`true`);\nexport const none = () => read(sql`fals`);',
    'column "fals" does not exist',
  ],
  'same-question-twice': [
    "declare const kind: 'a' | 'b';\nawait db.execute(sql`insert into people (${kind === 'a' ? sql`id, name` : sql`id`}) ${kind === 'a' ? sql`select 1, 'Ada'` : sql`select 1`}`);",
  ],
  'joined-parts': [
    'declare const names: string[];\nawait db.execute(sql`select from people where ${sql.join(names.map((name) => sql`name = ${name}`), sql` o `)}`);',
    'syntax error',
  ],
  'each-of-a-list': [
    "for (const table of ['people', 'ownrs']) await db.execute(sql`delete from ${sql.identifier(table)}`);",
    'relation "ownrs" does not exist',
  ],
  'columns-by-position': [
    "await client.query<[number, number]>({ text: 'select id, name from people', rowMode: 'array' });",
    '“1” is text, which is string, not number',
  ],
  'query-as-a-value': [
    "await db.execute(sql`select from ts_stat(${sql.queryText('select tsv from people')})`);",
    'column "tsv" does not exist',
  ],
  'columns-of-an-object': [
    'const columns = { id: sql`id`, called: sql`nam` };\n' +
      'const list = sql.join(Object.entries(columns).map(([field, column]) => sql`${column} as ${sql.identifier(field)}`), sql`, `);\n' +
      'await db.execute<{ id: number; called: string }>(sql`select ${list} from people`);',
    'column "nam" does not exist',
  ],
  'temporary-table': [
    'await db.execute<{ n: string }>(sql`select n from staged`);\nawait db.execute(sql`create temp table staged (n int) on commit drop`);',
    '“n” is int4, which is number, not string',
  ],
  cursor: [
    'await db.execute(sql`declare everybody no scroll cursor for select id from people`);\nawait db.execute<{ id: string }>(sql`fetch 10 from everybody`);',
    '“id” is int4, which is number, not string',
  ],
  'called-without-its-owner': [
    'const { execute } = db;\nawait execute<{ id: string }>(sql`select id from people`);',
    '“id” is int4, which is number, not string',
  ],
  'row-type-of-the-callers': [
    'const ask = <Row extends object>(statement: Statement) => db.execute<Row>(statement);\nexport const asked = ask<{ id: string }>(sql`select id from people`);',
    '“id” is int4, which is number, not string',
  ],
};

const root = realpathSync(mkdtempSync(join(tmpdir(), 'kindred-statements-')));
let database: TestDatabase;
let complaints: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client(database);
  await client.connect();
  await client.query(`
    create type mood as enum ('glad', 'sad');
    create table people (id int primary key, name text not null default '', nick text, at timestamptz not null default now(), mood mood, tags text[] not null default '{}');
    create table owners (id int primary key, pet text not null)`);
  await client.end();
  writeFileSync(join(root, 'data.ts'), declarations);
  for (const [name, [source]] of Object.entries(cases))
    writeFileSync(
      join(root, `${name}.ts`),
      `import { client, db, sql, Statement } from './data.ts';\n${source}\n`,
    );
  const options = {
    module: 'nodenext',
    target: 'esnext',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*.ts'] }));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  const read = readStatements({
    tsconfig: join(root, 'tsconfig.json'),
    isIncluded: (file) => file.startsWith(root),
  });
  complaints = [...read.complaints, ...(await compareStatements(read, database.connectionString))];
  read.program.close();
}, 60_000);
afterAll(async () => {
  await database.drop();
  rmSync(root, { recursive: true });
});

test.for(Object.entries(cases))(
  'says what is wrong with a statement, and nothing where it is right: %s',
  ([name, [, expected]]) => {
    const ours = complaints.filter((one) => one.startsWith(`${join(root, name)}.ts:`));
    if (expected === undefined) expect(ours).toEqual([]);
    else {
      expect(ours.join('\n')).toContain(expected);
      expect(ours.every((one) => /\.ts:\d+: /.test(one))).toBe(true);
    }
  },
);
