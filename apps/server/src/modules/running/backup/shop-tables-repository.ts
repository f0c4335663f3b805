/** @file What the catalogue of PostgreSQL says of the shop's tables. */
import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import type { Connection } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { DumpedTable, Manifest } from './backup-format.ts';

/** What this installation did, not what the shop holds: never in a backup, and left alone by a restore. */
const ownTables = ['backups'];
/** Follows transactions of this very server: empty after a restore, but for one row that says “all of them”. */
const derivedTables = ['search_changes'];
/** Migrations put rows there: a shop that holds nothing else is empty. */
const seededTables = ['attributes', 'search_language', 'search_synonyms'];

export interface ShopTable {
  readonly name: string;
  /** Those that can be written: generated ones are not among them. */
  readonly columns: readonly string[];
}

const isOfExtension = (catalogue: string, oid: string) =>
  sql.raw(
    `exists (select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${oid} and e.deptype = 'e')`,
  );

export async function findShopTables(connection: Connection): Promise<ShopTable[]> {
  const { rows } = await connection.execute<ShopTable>(sql`
     select c.relname as name,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
     from pg_class c left join pg_attribute a
       on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not ${isOfExtension('pg_class', 'c.oid')}
       and c.relname <> all (${ownTables})
     group by c.relname order by c.relname`);
  return rows;
}

export const isDumped = ({ name }: ShopTable): boolean => !derivedTables.includes(name);

export function copyOutSql({
  name,
  columns,
}: Pick<DumpedTable, 'name'> & { columns: readonly string[] }): string {
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`;
}

export function copyInSql({
  name,
  columns,
}: Pick<DumpedTable, 'name'> & { columns: readonly string[] }): string {
  // Frozen: the table is emptied in the same transaction, so nobody can see the rows too early.
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin with (freeze)`;
}

/** Kept from being changed or dropped until the transaction ends; reading and writing rows goes on. */
export async function lockAgainstMigrations(
  connection: Connection,
  tables: readonly ShopTable[],
): Promise<void> {
  await runComposed(
    connection.client,
    `lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`,
  );
}

/** @throws pg.DatabaseError 55P03 when somebody else works on one of them for longer than three seconds */
export async function lockAlone(connection: Connection, tables: readonly ShopTable[]): Promise<void> {
  await connection.execute(sql`set local lock_timeout = '3s'`);
  await runComposed(
    connection.client,
    `lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access exclusive mode`,
  );
  await connection.execute(sql`set local lock_timeout = 0`);
}

/** The numbers that sequences give next. They follow no snapshot: asked after the rows, they are past all of them. */
export async function findSequences(connection: Connection): Promise<Manifest['sequences']> {
  const { rows } = await connection.execute<{ name: string; next: string }>(sql`
     select c.relname as name, coalesce(pg_sequence_last_value(c.oid) + s.seqincrement, s.seqstart)::text as next
     from pg_class c join pg_sequence s on s.seqrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and not ${isOfExtension('pg_class', 'c.oid')}
       and not exists (
         select from pg_depend d join pg_class t on t.oid = d.refobjid
         where d.objid = c.oid and d.deptype in ('a', 'i') and t.relname = any (${ownTables}))
     order by c.relname`);
  return rows;
}

/** In the transaction, unlike setval: a restore that fails leaves the numbers where they were. */
export async function restartSequence(
  connection: Connection,
  { name, next }: Manifest['sequences'][number],
): Promise<void> {
  await runComposed(connection.client, `alter sequence ${quoted(name)} restart with ${BigInt(next)}`);
}

export interface Rebuilding {
  readonly drop: string[];
  readonly create: string[];
}

/** Keys and indexes, to be made once over all rows instead of row by row; without foreign keys, any order of tables will do. */
export async function findKeysAndIndexes(
  connection: Connection,
  tables: readonly ShopTable[],
): Promise<Rebuilding> {
  const names = tables.map(({ name }) => name);
  const { rows: constraints } = await connection.execute<{
    table: string;
    name: string;
    definition: string;
  }>(sql`
     select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any (${names}) and k.contype in ('p', 'u', 'x', 'f')
     order by k.contype = 'f' desc, c.relname, k.conname`);
  const { rows: indexes } = await connection.execute<{ name: string; definition: string }>(sql`
     select i.relname as name, pg_get_indexdef(i.oid) as definition
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     where c.relnamespace = 'public'::regnamespace and c.relname = any (${names})
       and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
     order by i.relname`);
  const remake = constraints.map(
    ({ table, name, definition }) =>
      `alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`,
  );
  return {
    drop: [
      ...constraints.map(({ table, name }) => `alter table ${quoted(table)} drop constraint ${quoted(name)}`),
      ...indexes.map(({ name }) => `drop index ${quoted(name)}`),
    ],
    // Foreign keys last: they need the keys that they point to.
    create: [...indexes.map(({ definition }) => definition), ...remake.reverse()],
  };
}

export async function emptyTables(connection: Connection, tables: readonly ShopTable[]): Promise<void> {
  await runComposed(connection.client, `truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
}

export async function switchTriggers(
  connection: Connection,
  tables: readonly ShopTable[],
  state: 'disable' | 'enable',
): Promise<void> {
  for (const { name } of tables)
    await runComposed(connection.client, `alter table ${quoted(name)} ${state} trigger user`);
}

/** Rows that a shop would lose, by table; tables that hold none are left out. */
export async function countRows(connection: Connection): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of (await findShopTables(connection)).filter(isDumped)) {
    const { rows } = await connection.execute<{ count: string }>(
      sql`select count(*) from ${sql.identifier(table.name as 'products')}`,
    );
    if (rows[0]!.count !== '0') counts[table.name] = Number(rows[0]!.count);
  }
  return counts;
}

export const isEmptyShop = (counts: Readonly<Record<string, number>>): boolean =>
  Object.keys(counts).every((table) => seededTables.includes(table));

/** Search engines beside the database hold what was: they hear that everything is to be looked at again. */
export async function tellSearch(connection: Connection): Promise<void> {
  await connection.execute(sql`select tell_search('{0}')`);
}

/** A rough size of what COPY will write, for a bar to run along. */
export async function estimateBytes(connection: Connection, tables: readonly ShopTable[]): Promise<number> {
  const { rows } = await connection.execute<{ bytes: string }>(
    sql`select coalesce(sum(pg_table_size(format('public.%I', name)::regclass)), 0) as bytes from unnest(${tables.map(({ name }) => name)}::text[]) name`,
  );
  return Number(rows[0]!.bytes);
}

export async function findModelVersions(connection: Connection): Promise<string[]> {
  const { rows } = await connection.execute<{ version: string }>(
    sql`select model_version as version from models order by 1`,
  );
  return rows.map(({ version }) => version);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
