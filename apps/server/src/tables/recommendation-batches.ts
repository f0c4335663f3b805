import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

export const batchStatus = pgEnum('batch_status', ['queued', 'running', 'done', 'failed', 'expired']);

/** Jobs that write the shelves of many people into one file. */
export const recommendationBatches = pgTable(
  'recommendation_batches',
  {
    batchId: uuid('batch_id').primaryKey().defaultRandom(),
    status: batchStatus('status').notNull().default('queued'),
    /** The items on each shelf. */
    itemLimit: smallint('item_limit').notNull(),
    /** Null: all people. */
    userIds: text('user_ids').array(),
    people: integer('people').notNull(),
    /** How many of them the job has come to. A job that was interrupted goes on after them. */
    peopleDone: integer('people_done').notNull().default(0),
    shelves: integer('shelves').notNull().default(0),
    items: bigint('items', { mode: 'bigint' }).notNull().default(sql`0`),
    /** Of all people, the last one that the job has come to. */
    lastUserId: text('last_user_id'),
    /** The model of all shelves. Null: the job has not begun, or no model was active. */
    modelVersion: text('model_version'),
    /** How much of the file belongs to the people that are done. */
    fileBytes: bigint('file_bytes', { mode: 'bigint' }).notNull().default(sql`0`),
    failure: text('failure'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    startedAt: timestamp('started_at', { withTimezone: true }),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
  },
  (table) => [
    index('recommendation_batches_created_at_idx').on(table.createdAt),
    check('recommendation_batches_limit', sql`${table.itemLimit} between 1 and 100`),
  ],
);
