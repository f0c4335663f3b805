import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgEnum, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

export const eventKind = pgEnum('event_kind', ['view', 'click', 'search']);

/** The actions of visitors. `visitor_id` is the random id in their cookie; it does not identify a person. */
export const events = pgTable(
  'events',
  {
    eventId: bigint('event_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    visitorId: uuid('visitor_id').notNull(),
    userId: text('user_id').references(() => users.userId),
    kind: eventKind('kind').notNull(),
    productId: integer('product_id').references(() => products.productId, { onDelete: 'cascade' }),
    query: text('query'),
    /** The recommendation response and the place in it that was clicked. */
    requestId: uuid('request_id'),
    position: integer('position'),
    /** The search whose answer showed the product. */
    searchId: uuid('search_id'),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('events_visitor_idx').on(table.visitorId, table.eventId.desc().nullsFirst()),
    index('events_user_id_idx').on(table.userId).where(sql`user_id is not null`),
    index('events_product_idx').on(table.productId, table.occurredAt),
    index('events_occurred_at_idx').on(table.occurredAt),
    index('events_search_idx').on(table.searchId).where(sql`search_id is not null`),
    index('events_request_idx').on(table.requestId).where(sql`request_id is not null`),
    check(
      'events_subject',
      sql`case when kind = 'search' then query is not null else product_id is not null end`,
    ),
  ],
);
