/** @file Reads all rows of a shop's database, to compare them before and after an upgrade. */
import type pg from 'pg';

// biome-ignore lint/suspicious/noExplicitAny: The columns are those of any version of the tables.
export type Row = Readonly<Record<string, any>>;

export interface TableRows {
  /** The columns of the primary key. */
  readonly key: readonly string[];
  readonly rows: readonly Row[];
}

export type Tables = Readonly<Record<string, TableRows>>;

export async function readTables(client: Pick<pg.Client, 'query'>): Promise<Tables> {
  await client.query("set timezone = 'UTC'");
  const { rows: found } = await client.query<{ name: string; key: string[] }>(`
    select c.relname as name, coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attnum = any (i.indkey)), '{}') as key
    from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname`);
  const tables: Record<string, TableRows> = {};
  for (const { name, key } of found) {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from "${name}" t`);
    tables[name] = { key, rows: rows.map(({ row }) => row) };
  }
  return tables;
}
