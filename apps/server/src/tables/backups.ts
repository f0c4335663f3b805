import { sql } from 'drizzle-orm';
import { bigint, char, check, index, integer, pgEnum, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const backupReason = pgEnum('backup_reason', ['schedule', 'command', 'restore']);
export const backupState = pgEnum('backup_state', ['running', 'done', 'failed', 'removed']);

/** The attempts to make a backup. They belong to this installation and not to the shop's data, so backups do not include them. */
export const backups = pgTable(
  'backups',
  {
    backupId: integer('backup_id').primaryKey().generatedAlwaysAsIdentity(),
    reason: backupReason('reason').notNull(),
    state: backupState('state').notNull().default('running'),
    file: text('file').notNull(),
    bytes: bigint('bytes', { mode: 'number' }),
    sha256: char('sha256', { length: 64 }),
    rowCount: bigint('row_count', { mode: 'number' }),
    error: text('error'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    index('backups_done_idx').on(table.startedAt.desc().nullsFirst()).where(sql`state = 'done'`),
    check('backups_running_has_no_end', sql`(${table.state} = 'running') = (${table.finishedAt} is null)`),
    check(
      'backups_done_has_a_file',
      sql`${table.state} not in ('done', 'removed') or num_nulls(bytes, sha256, row_count) = 0`,
    ),
  ],
);
