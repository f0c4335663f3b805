/** @file How far a file has been imported: read at the start, written in the same transaction as the rows. */
import { createHash } from 'node:crypto';
import { open, realpath, stat } from 'node:fs/promises';
import type pg from 'pg';
import type { FieldCount } from './field-counts.ts';
import { UnusableFileError } from './source.ts';

export type ImportKind = 'meta' | 'reviews';

export interface ImportCounters {
  /** Rows of the file, good and bad. */
  read: number;
  inserted: number;
  updated: number;
  /** Already there, or overtaken by a newer row of the same file. */
  unchanged: number;
  rejected: number;
  /** Products made for reviews of something unknown. */
  stubs: number;
}

export interface ImportFile {
  path: string;
  size: number;
  key: string;
}

export interface Checkpoint {
  rowsDone: number;
  counters: ImportCounters;
  fields: FieldCount[];
}

export const noCounters = (): ImportCounters => ({
  read: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  stubs: 0,
});

/** A file that was replaced, even by one of the same length, is another one. */
export async function identifyFile(file: string): Promise<ImportFile> {
  const path = await realpath(file).catch(() => {
    throw new UnusableFileError(`There is no file ${file}: check the path.`);
  });
  const stats = await stat(path);
  if (!stats.isFile()) throw new UnusableFileError(`${file} is not a file: name the files in it one by one.`);
  const handle = await open(path).catch((error: Error) => {
    throw new UnusableFileError(`${file} cannot be read: ${error.message}`);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const key = createHash('sha256')
      .update(`${path}\n${stats.size}\n${stats.mtimeMs}\n`)
      .update(buffer.subarray(0, bytesRead))
      .digest('hex');
    return { path, size: stats.size, key };
  } finally {
    await handle.close();
  }
}

/** Of an unfinished import; a finished one starts over, which changes nothing where nothing has changed. */
export async function readCheckpoint(
  client: pg.ClientBase,
  kind: ImportKind,
  file: ImportFile,
): Promise<Checkpoint> {
  const { rows } = await client.query<{
    rows_done: string;
    counters: Partial<ImportCounters>;
    field_counts: FieldCount[];
  }>(
    'select rows_done, counters, field_counts from import_checkpoints where kind = $1 and file_key = $2 and finished_at is null',
    [kind, file.key],
  );
  const found = rows[0];
  if (found === undefined) return { rowsDone: 0, counters: noCounters(), fields: [] };
  return {
    rowsDone: Number(found.rows_done),
    counters: { ...noCounters(), ...found.counters },
    fields: found.field_counts,
  };
}

export async function writeCheckpoint(
  client: pg.ClientBase,
  kind: ImportKind,
  file: ImportFile,
  { rowsDone, counters, fields }: Checkpoint,
): Promise<void> {
  await client.query(
    `insert into import_checkpoints (kind, file_key, file_name, rows_done, counters, field_counts)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (kind, file_key) do update set rows_done = excluded.rows_done, counters = excluded.counters,
       field_counts = excluded.field_counts, finished_at = null, updated_at = now()`,
    [kind, file.key, file.path, rowsDone, JSON.stringify(counters), JSON.stringify(fields)],
  );
}

export async function finishCheckpoints(
  client: pg.ClientBase,
  kind: ImportKind,
  files: readonly ImportFile[],
): Promise<void> {
  await client.query(
    'update import_checkpoints set finished_at = now(), updated_at = now() where kind = $1 and file_key = any($2)',
    [kind, files.map((file) => file.key)],
  );
}
