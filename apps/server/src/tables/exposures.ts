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

/** Every recommended item that was sent to a shopper. */
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
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.position] }),
    index('exposures_shown_at_idx').on(table.shownAt),
    index('exposures_user_id_idx').on(table.userId).where(sql`user_id is not null`),
    index('exposures_product_id_idx').on(table.productId),
  ],
);
