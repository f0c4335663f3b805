/** @file Reads the shop's tables from PostgreSQL's catalogue. */
import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import type { Connection } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Manifest } from './backup-format.ts';

/** Tables about this installation, not about the shop. A backup leaves them out, and a restore does not change them. */
const ownTables = ['backups'];
/** Tables that follow this server's transactions. After a restore they are empty, except for one row that means “all products”. */
const derivedTables = ['search_changes', 'card_changes'];
/** Tables to which migrations add rows. A shop with rows only in these is empty. */
const seededTables = ['attributes', 'search_language', 'search_synonyms'];

export interface ShopTable {
  readonly name: string;
  /** The writable columns, without generated ones. */
  readonly columns: readonly string[];
  /**
   * For a partitioned table, the columns that order its rows: the partition's first, then the key. A backup does not name partitions,
   * because another shop has other months, so the heap's order is not the same after a restore. Null for any other table.
   */
  readonly ordered_by: readonly string[] | null;
}

const isOfExtension = (catalogue: string, oid: string) =>
  sql.raw(
    `exists (select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${oid} and e.deptype = 'e')`,
  );

export async function findShopTables(connection: Connection): Promise<ShopTable[]> {
  const { rows } = await connection.execute<ShopTable>(sql`
     select c.relname as name,
       case when c.relkind = 'p' then (
         select array_agg(k.attname::text order by k.attnum <> p.partattrs[0], k.attnum)
         from pg_partitioned_table p join pg_index i on i.indrelid = p.partrelid and i.indisprimary
           join pg_attribute k on k.attrelid = p.partrelid and k.attnum = any (i.indkey)
         where p.partrelid = c.oid) end as ordered_by,
       coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
     from pg_class c left join pg_attribute a
       on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not ${isOfExtension('pg_class', 'c.oid')} and c.relname <> all (${ownTables})
     group by c.oid, c.relname, c.relkind order by c.relname`);
  return rows;
}

export const isDumped = ({ name }: ShopTable): boolean => !derivedTables.includes(name);

export function copyOutSql({ name, columns, ordered_by }: ShopTable): string {
  const listed = columns.map(quoted).join(', ');
  return ordered_by
    ? `copy (select ${listed} from ${quoted(name)} order by ${ordered_by.map(quoted).join(', ')}) to stdout`
    : `copy ${quoted(name)} (${listed}) to stdout`;
}

export function copyInSql({ name, columns, ordered_by }: ShopTable): string {
  // Frozen is safe: the table is emptied in the same transaction, so no other transaction sees the rows too early.
  return `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin${ordered_by ? '' : ' with (freeze)'}`;
}

/** Prevents changes and drops of the tables until the transaction ends. Rows can still be read and written. */
export async function lockAgainstMigrations(
  connection: Connection,
  tables: readonly ShopTable[],
): Promise<void> {
  await runComposed(
    connection.client,
    `lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`,
  );
}

/** @throws pg.DatabaseError 55P03 if another program locks one of them for longer than three seconds */
export async function lockAlone(connection: Connection, tables: readonly ShopTable[]): Promise<void> {
  await connection.execute(sql`set local lock_timeout = '3s'`);
  await runComposed(
    connection.client,
    `lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access exclusive mode`,
  );
  await connection.execute(sql`set local lock_timeout = 0`);
}

/** Returns the next numbers of sequences. Sequences ignore snapshots, so numbers that are read after the rows are above all rows. */
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

/** Unlike setval, this is part of the transaction, so a failed restore leaves the numbers unchanged. */
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

/** Finds keys and indexes, which are dropped and created after all rows are loaded. Without foreign keys, tables can be loaded in any order. */
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
     select i.relname as name, replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') as definition
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
    // Foreign keys come last, because they need the keys to which they refer.
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

/** Counts the rows that a shop would lose, by table. Empty tables are left out. */
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

/** Makes search engines outside the database read everything again, and nodes all cards. Tables of an older shop do not tell of cards. */
export async function tellReaders(connection: Connection): Promise<void> {
  await connection.execute(sql`
    do $$ begin
      perform tell_search('{0}');
      if to_regproc('tell_cards') is not null then perform tell_cards('{0}', null); end if;
    end $$`);
}

/** Estimates the output of COPY, for a progress bar. */
export async function estimateBytes(connection: Connection, tables: readonly ShopTable[]): Promise<number> {
  const { rows } = await connection.execute<{ bytes: string }>(
    sql`
      select coalesce(sum(coalesce(
        (select sum(pg_table_size(relid)) from pg_partition_tree(one) where isleaf), pg_table_size(one))), 0) as bytes
      from unnest(${tables.map(({ name }) => name)}::text[]) name, cast(format('public.%I', name) as regclass) one`,
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
