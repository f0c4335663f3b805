import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';

/**
 * Every recommended item that was sent to a shopper. Partitioned by the month of `shown_at` (migration 0036), which Drizzle cannot
 * declare. Since then `shown_at` is the time in `request_id`, a UUID of version 7, so the id alone finds the partition.
 */
export const exposures = pgTable(
  'exposures',
  {
    requestId: uuid('request_id').notNull(),
    position: smallint('position').notNull(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    visitorId: uuid('visitor_id'),
    userId: text('user_id'),
    modelVersion: text('model_version'),
    variant: text('variant').notNull(),
    slot: text('slot').notNull(),
    source: text('source').notNull(),
    score: doublePrecision('score').notNull(),
    shownAt: timestamp('shown_at', { withTimezone: true }).notNull().defaultNow(),
    /** When half of the card had been visible for a second. Null: the shop does not know that a shopper saw it. */
    seenAt: timestamp('seen_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.position, table.shownAt] }),
    index('exposures_shown_at_idx').on(table.shownAt),
    index('exposures_user_id_idx').on(table.userId).where(sql`user_id is not null`),
    index('exposures_product_id_idx').on(table.productId),
    index('exposures_seen_by_visitor_idx')
      .on(table.visitorId)
      .where(sql`seen_at is not null and visitor_id is not null`),
  ],
);
