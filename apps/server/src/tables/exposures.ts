import { sql } from 'drizzle-orm';
import {
  check,
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

/**
 * Every page of a shelf that was sent to a shopper; its cards are arrays, and the view `exposed_cards` has them one by one. Partitioned by the month
 * of `shown_at` (migration 0036), which Drizzle cannot declare. Since then `shown_at` is the time in `request_id`, a UUID of version 7, so the id
 * alone finds the partition. A card may name a product that was deleted later.
 */
export const exposures = pgTable(
  'exposures',
  {
    requestId: uuid('request_id').notNull(),
    /** The position of the first card on the shelf, from 1. */
    firstPosition: smallint('first_position').notNull(),
    productIds: integer('product_ids').array().notNull(),
    sources: text('sources').array().notNull(),
    scores: doublePrecision('scores').array().notNull(),
    visitorId: uuid('visitor_id'),
    userId: text('user_id'),
    modelVersion: text('model_version'),
    variant: text('variant').notNull(),
    slot: text('slot').notNull(),
    shownAt: timestamp('shown_at', { withTimezone: true }).notNull(),
    /** When half of each card had been visible for a second. Null: the shop does not know that a shopper saw it. */
    seenAt: timestamp('seen_at', { withTimezone: true }).array(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.firstPosition, table.shownAt] }),
    check(
      'exposures_cards',
      sql`cardinality(product_ids) > 0 and cardinality(sources) = cardinality(product_ids)
		and cardinality(scores) = cardinality(product_ids) and (seen_at is null or cardinality(seen_at) = cardinality(product_ids))`,
    ),
    index('exposures_shown_at_idx').on(table.shownAt),
    index('exposures_user_id_idx').on(table.userId).where(sql`user_id is not null`),
    index('exposures_visitor_id_idx').on(table.visitorId).where(sql`visitor_id is not null`),
  ],
);
