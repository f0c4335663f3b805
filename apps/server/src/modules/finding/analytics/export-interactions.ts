import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParquetValue } from '../../../platform/parquet-file.ts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type ExportedTable, exportedTables, personColumns } from './exported-tables.ts';

export interface ExportedFile {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
}

/**
 * Writes what shoppers were shown, did and bought up to a time, from one snapshot of the database, one Parquet file per table. A file
 * appears when it is complete. Feedback is the present state, and refunds count whenever they were.
 * @param hidesPeople replaces the ids of users and visitors by pseudonyms, the same ones in all files of this export and in no other
 */
export async function exportInteractions(
  db: Database,
  {
    folder,
    asOf,
    hidesPeople,
    fetchRows = 20_000,
    signal,
  }: {
    folder: string;
    asOf: Date;
    hidesPeople: boolean;
    /** The rows of a row group, which are in memory at the same time. */
    fetchRows?: number;
    signal?: AbortSignal;
  },
): Promise<ExportedFile[]> {
  await mkdir(folder, { recursive: true });
  const key = randomBytes(32);
  const name = (id: string) => createHmac('sha256', key).update(id).digest('base64url').slice(0, 22);
  const options = {
    folder,
    until: asOf.toISOString(),
    pseudonymOf: hidesPeople ? name : undefined,
    fetchRows,
    signal,
  };
  return withTransaction(
    db,
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      const files: ExportedFile[] = [];
      for (const table of exportedTables) files.push(await exportTable(tx, table, options));
      return files;
    },
    { isolationLevel: 'repeatable read', isReadOnly: true, attempts: 1 },
  );
}

interface TableOptions {
  readonly folder: string;
  readonly until: string;
  readonly pseudonymOf: ((id: string) => string) | undefined;
  readonly fetchRows: number;
  readonly signal: AbortSignal | undefined;
}

async function exportTable(
  tx: Transaction,
  { name, columns, declare }: ExportedTable,
  { folder, until, pseudonymOf, fetchRows, signal }: TableOptions,
): Promise<ExportedFile> {
  const file = join(folder, `${name}.parquet`);
  const unfinished = `${file}.part`;
  const people = Object.keys(columns).flatMap((column, place) => (personColumns.has(column) ? [place] : []));
  // A shop that runs does not need it.
  const { createParquetFile } = await import('../../../platform/parquet-file.ts');
  const parquet = createParquetFile(unfinished, columns, { createdBy: 'kindred' });
  let count = 0;
  try {
    await tx.execute(declare(until));
    for (;;) {
      signal?.throwIfAborted();
      const { rows } = await tx.execute<{ row: string }>(
        sql`fetch ${sql.raw(String(fetchRows))} from exported`,
      );
      if (rows.length > 0) {
        const values = rows.map(({ row }) => JSON.parse(row) as ParquetValue[]);
        if (pseudonymOf)
          for (const row of values)
            for (const place of people) if (row[place] !== null) row[place] = pseudonymOf(String(row[place]));
        await parquet.write(values);
      }
      count += rows.length;
      if (rows.length < fetchRows) break;
    }
    await tx.execute(sql`close exported`);
    await parquet.close();
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return { name, file, rows: count };
}
