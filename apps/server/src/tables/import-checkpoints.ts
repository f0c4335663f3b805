import { sql } from 'drizzle-orm';
import { bigint, check, jsonb, pgEnum, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const importKind = pgEnum('import_kind', ['meta', 'reviews', 'users']);

/** How far a file has been imported; written in the same transaction as the rows. */
export const importCheckpoints = pgTable(
  'import_checkpoints',
  {
    kind: importKind('kind').notNull(),
    /** Hash of what identifies the file: path, size, time of change, first bytes. */
    fileKey: text('file_key').notNull(),
    fileName: text('file_name').notNull(),
    /** The number of rows (lines, records) that were processed, valid or not. */
    rowsDone: bigint('rows_done', { mode: 'number' }).notNull().default(0),
    counters: jsonb('counters').$type<Record<string, number>>().notNull().default({}),
    /** Findings in the rows so far: columns, and values of the file that differ from the database. */
    findings: jsonb('findings').$type<Record<string, unknown>>().notNull().default({}),
    /** Values that were left out or changed: the field, the reason, the number, and an example. */
    fieldCounts: jsonb('field_counts').$type<readonly object[]>().notNull().default([]),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.fileKey] }),
    check('import_checkpoints_rows_not_negative', sql`${table.rowsDone} >= 0`),
  ],
);
