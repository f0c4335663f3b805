/** @file Plain COPY between the tables of a database and files, against which a backup is measured. */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

export interface CopiedTable {
  readonly name: string;
  /** A list in SQL, without generated columns. */
  readonly columns: string;
  readonly file: string;
}

export function copyTablesOut(connectionString: string, tables: readonly CopiedTable[]): Promise<void> {
  return withClient(connectionString, async (client) => {
    await client.query('begin isolation level repeatable read');
    for (const { name, columns, file } of tables)
      await pipeline(
        client.query(copyTo(`copy ${name} (${columns}) to stdout`)),
        createWriteStream(file, { flush: true }),
      );
    await client.query('commit');
  });
}

/** Replaces the rows of tables with their indexes. Keys are not checked and triggers do not run, which needs a superuser. */
export function copyTablesIn(connectionString: string, tables: readonly CopiedTable[]): Promise<void> {
  return withClient(connectionString, async (client) => {
    await client.query('begin; set local session_replication_role = replica');
    await client.query(`truncate ${tables.map(({ name }) => `"${name}"`).join()}`);
    for (const { name, columns, file } of tables)
      await pipeline(createReadStream(file), client.query(copyFrom(`copy ${name} (${columns}) from stdin`)));
    await client.query('commit');
  });
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client).finally(() => client.end());
}
