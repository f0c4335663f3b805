import type pg from 'pg';

/**
 * Runs SQL whose text is composed at run time: a migration, or commands on tables from the catalogue. The check of statements cannot read
 * it, so it returns no rows.
 */
export async function runComposed(client: pg.ClientBase, text: string): Promise<void> {
  await client.query(text);
}
