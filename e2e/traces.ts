/** @file What the database of a shop holds about a person. */
import type { Pool } from 'pg';
import type { BrowserContext } from 'playwright-core';

/** The tables of what a person owns, wrote or ordered. They may name a person who opted out. */
const kept = new Set([
  'addresses',
  'carts',
  'checkouts',
  'mail_tokens',
  'notice_recipients',
  'orders',
  'promotion_uses',
  'review_votes',
  'reviews',
  'sessions',
  'users',
  'wishlists',
]);

export interface Traces {
  /** The number of rows about the person in each other table that names a person, if there are any. */
  of(person: { visitorId: string; email?: string }): Promise<Record<string, number>>;
  hasSearch(searchId: string): Promise<boolean>;
}

export function tracesIn(pool: Pool): Traces {
  return {
    async of({ visitorId, email }) {
      const { rows: columns } = await pool.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns
         join information_schema.tables using (table_schema, table_name)
         where table_schema = 'public' and table_type = 'BASE TABLE' and column_name ~ '(user|visitor)_ids?$'`,
      );
      const found: Record<string, number> = {};
      for (const { table, column } of columns.filter((one) => !kept.has(one.table))) {
        const { rows } = await pool.query<{ count: number }>(
          `select count(*)::int from ${table} as about where position($1 in about.${column}::text) > 0
             or position((select user_id from users where email = $2) in about.${column}::text) > 0`,
          [visitorId, email],
        );
        if (rows[0].count > 0) found[table] = (found[table] ?? 0) + rows[0].count;
      }
      return found;
    },
    async hasSearch(searchId) {
      const { rowCount } = await pool.query('select from searches where search_id = $1', [searchId]);
      return rowCount === 1;
    },
  };
}

export async function visitorIdOf(context: BrowserContext): Promise<string> {
  return (await context.cookies()).find(({ name }) => name === 'kindred_visitor')!.value;
}
