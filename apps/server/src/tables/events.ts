import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

export const eventKind = pgEnum('event_kind', ['view', 'click', 'search']);

/** Who acted, as far as the shop knows. Only the actions of persons count for trends and models. */
export const eventActor = pgEnum('event_actor', [
  /** The visitor's browser ran the page's script, or a program of the shop sent the event. */
  'person',
  /** The page's request is the only sign of the visitor so far. */
  'unproven',
  /** The visitor acted faster than a person can. */
  'robot',
]);

/**
 * The actions of visitors. `visitor_id` is the random id in their cookie; it does not identify a person. Partitioned by the month of
 * `occurred_at` (migration 0036), which Drizzle cannot declare.
 */
export const events = pgTable(
  'events',
  {
    eventId: bigint('event_id', { mode: 'bigint' }).notNull().generatedAlwaysAsIdentity(),
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
    actor: eventActor('actor').notNull().default('person'),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.occurredAt] }),
    index('events_visitor_idx').on(table.visitorId, table.eventId.desc().nullsFirst()),
    index('events_user_id_idx').on(table.userId).where(sql`user_id is not null`),
    index('events_product_idx').on(table.productId, table.occurredAt),
    index('events_occurred_at_idx').on(table.occurredAt),
    index('events_search_idx').on(table.searchId).where(sql`search_id is not null`),
    index('events_request_idx').on(table.requestId).where(sql`request_id is not null`),
    index('events_robots_idx').on(table.visitorId).where(sql`actor = 'robot'`),
    check(
      'events_subject',
      sql`case when kind = 'search' then query is not null else product_id is not null end`,
    ),
  ],
);

/** The ids that browsers gave to their events, kept for some days, so that an event that is sent twice is stored once. */
export const receivedEvents = pgTable(
  'received_events',
  {
    eventId: uuid('event_id').primaryKey(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('received_events_received_at_idx').on(table.receivedAt)],
);

/** The visitors that logged in to an account, so that what they did before belongs to its recommendations. */
export const visitorMembers = pgTable(
  'visitor_members',
  {
    visitorId: uuid('visitor_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    loggedInAt: timestamp('logged_in_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.visitorId] })],
);
