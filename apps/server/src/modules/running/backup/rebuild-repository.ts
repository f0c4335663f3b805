import { runComposed } from '../../../platform/postgres/composed-statement.ts';
import type { Connection } from '../../../platform/postgres/database.ts';
import type { Migration } from '../../../platform/postgres/migrate.ts';
import { sql } from '../../../platform/postgres/sql.ts';

const ofShop = (catalogue: string, alias: string, namespace: string) =>
  sql.raw(`
  ${alias}.${namespace} = 'public'::regnamespace and not exists (
    select from pg_depend e where e.classid = '${catalogue}'::regclass and e.objid = ${alias}.oid and e.deptype = 'e')`);

/** Finds tables that no migration created. */
export async function findUnknownTables(
  connection: Connection,
  { migrations, added }: { migrations: readonly Migration[]; added: readonly string[] },
): Promise<string[]> {
  const known = migrations.flatMap(({ statements }) =>
    [...statements.join('\n').matchAll(/^\s*create table "?(\w+)"?/gim)].map(([, name]) => name!),
  );
  const { rows } = await connection.execute<{ name: string }>(sql`
     select c.relname as name from pg_class c
     where c.relkind in ('r', 'p', 'f') and c.relname <> all (${[...known, ...added]}) and ${ofShop('pg_class', 'c', 'relnamespace')}
     order by 1`);
  return rows.map(({ name }) => name);
}

/** Fails if other objects depend on the tables, instead of dropping them too. */
export async function dropShopObjects(connection: Connection): Promise<void> {
  const { rows } = await connection.execute<{ statement: string; step: number }>(sql`
    select format('drop materialized view %I', c.relname) as statement, 1 as step from pg_class c
      where c.relkind = 'm' and ${ofShop('pg_class', 'c', 'relnamespace')}
    union all select format('drop view %I', c.relname), 2 from pg_class c
      where c.relkind = 'v' and ${ofShop('pg_class', 'c', 'relnamespace')}
    union all select 'drop table ' || string_agg(quote_ident(c.relname), ', '), 3 from pg_class c
      where c.relkind in ('r', 'p') and ${ofShop('pg_class', 'c', 'relnamespace')} having count(*) > 0
    union all select 'drop routine ' || string_agg(p.oid::regprocedure::text, ', '), 4 from pg_proc p
      where ${ofShop('pg_proc', 'p', 'pronamespace')} having count(*) > 0
    union all select format('drop text search configuration %I', t.cfgname), 5 from pg_ts_config t
      where ${ofShop('pg_ts_config', 't', 'cfgnamespace')}
    union all select format('drop type %I', t.typname), 6 from pg_type t
      where t.typtype = 'e' and ${ofShop('pg_type', 't', 'typnamespace')}
    union all select 'delete from drizzle.__drizzle_migrations', 7
    order by step`);
  for (const { statement } of rows) await runComposed(connection.client, statement);
}

export type KeptHistory = readonly string[];

/** Keeps the rows of this installation's backups, because their table is created again with the others. */
export async function keepHistory(connection: Connection): Promise<KeptHistory> {
  const { rows } = await connection.execute<{ row: string }>(
    sql`select to_jsonb(b)::text as row from backups b order by backup_id`,
  );
  return rows.map(({ row }) => row);
}

export async function putHistoryBack(connection: Connection, history: KeptHistory): Promise<void> {
  await connection.execute(sql`
     insert into backups overriding system value
     select r.* from unnest(${history}::text[]) row, jsonb_populate_record(null::backups, row::jsonb) r`);
  await connection.execute(
    sql`select setval(pg_get_serial_sequence('backups', 'backup_id'), max(backup_id)) from backups having count(*) > 0`,
  );
}
