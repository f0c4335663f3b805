import type pg from 'pg';

/**
 * Runs SQL whose text comes with the run: a migration, commands on tables that the catalogue names. The check of statements cannot read
 * it, so it gives no rows.
 */
export async function runComposed(client: pg.ClientBase, text: string): Promise<void> {
  await client.query(text);
}
