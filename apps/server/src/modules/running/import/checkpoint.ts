/** @file How far a file has been imported: read at the start, written in the same transaction as the rows. */
import { createHash } from 'node:crypto';
import { open, realpath, stat } from 'node:fs/promises';
import type { Connection } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { DerivedColumn } from './derived-columns.ts';
import type { FieldCount } from './field-counts.ts';
import type { FrameKind } from './frame.ts';
import { UnusableFileError } from './source.ts';

export interface ImportCounters {
  /** Rows of the file, good and bad. */
  read: number;
  inserted: number;
  updated: number;
  /** Rows that changed nothing, or that a newer row of the same file replaced. */
  unchanged: number;
  rejected: number;
  /** Products that were created for reviews of unknown products. */
  stubs: number;
  /** `profiles`: users of the data set who were added or changed; `accountsKept`: users who were left alone because they have an account. */
  profiles: number;
  accountsKept: number;
}

/** Findings during the import that are not numbers. */
export interface ImportFindings {
  /** All columns of the rows so far. */
  columns: string[];
  /** The columns that the first rows did not have. */
  laterColumns: string[];
  firstReject: { line: number; reason: string } | null;
  derived: DerivedColumn[];
}

export interface ImportFile {
  path: string;
  size: number;
  key: string;
}

export interface Checkpoint {
  rowsDone: number;
  counters: ImportCounters;
  findings: ImportFindings;
  fields: FieldCount[];
}

export const noCounters = (): ImportCounters => ({
  read: 0,
  inserted: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  stubs: 0,
  profiles: 0,
  accountsKept: 0,
});

export const noFindings = (): ImportFindings => ({
  columns: [],
  laterColumns: [],
  firstReject: null,
  derived: [],
});

/** If a file was replaced, even by one of the same length, it counts as another file. */
export async function identifyFile(file: string): Promise<ImportFile> {
  const path = await realpath(file).catch(() => {
    throw new UnusableFileError(`The file ${file} does not exist. Check the path.`);
  });
  const stats = await stat(path);
  if (!stats.isFile())
    throw new UnusableFileError(`${file} is not a file. If it is a folder, name the files in it.`);
  const handle = await open(path).catch((error: Error) => {
    throw new UnusableFileError(`${file} cannot be read: ${error.message}.`);
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

/** Reads the checkpoint of an unfinished import. A finished import starts over, which changes nothing if the file is the same. */
export async function readCheckpoint(on: Connection, kind: FrameKind, file: ImportFile): Promise<Checkpoint> {
  const { rows } = await on.execute<{
    rows_done: string;
    counters: Partial<ImportCounters>;
    field_counts: FieldCount[];
    findings: Partial<ImportFindings>;
  }>(sql`
    select rows_done, counters, field_counts, findings from import_checkpoints
    where kind = ${kind} and file_key = ${file.key} and finished_at is null`);
  const found = rows[0];
  return {
    rowsDone: Number(found?.rows_done ?? 0),
    counters: { ...noCounters(), ...found?.counters },
    fields: found?.field_counts ?? [],
    findings: { ...noFindings(), ...found?.findings },
  };
}

export async function writeCheckpoint(
  on: Connection,
  kind: FrameKind,
  file: ImportFile,
  { rowsDone, counters, fields, findings }: Checkpoint,
): Promise<void> {
  await on.execute(sql`
    insert into import_checkpoints (kind, file_key, file_name, rows_done, counters, field_counts, findings)
    values (${kind}, ${file.key}, ${file.path}, ${rowsDone}, ${JSON.stringify(counters)}, ${JSON.stringify(fields)},
      ${storable(findings)})
    on conflict (kind, file_key) do update set rows_done = excluded.rows_done, counters = excluded.counters,
      field_counts = excluded.field_counts, findings = excluded.findings, finished_at = null, updated_at = now()`);
}

export async function finishCheckpoints(
  on: Connection,
  kind: FrameKind,
  files: readonly ImportFile[],
): Promise<void> {
  await on.execute(sql`
    update import_checkpoints set finished_at = now(), updated_at = now()
    where kind = ${kind} and file_key = any(${files.map((file) => file.key)})`);
}

/** Removes NUL characters, which a key in the file may contain and `jsonb` rejects. */
const storable = (findings: ImportFindings): string =>
  JSON.stringify(findings, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
