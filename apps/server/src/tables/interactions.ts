import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

export const interactionKind = pgEnum('interaction_kind', [
  'view',
  'click',
  'cart',
  'wishlist',
  'purchase',
  /** With a value from 1 to 5. */
  'rating',
  'like',
  'dislike',
]);

/** What people did in another shop, which sent it. What they do in this shop is in the tables of its events, orders and reviews. */
export const interactions = pgTable(
  'interactions',
  {
    interactionId: bigint('interaction_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    kind: interactionKind('kind').notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    /** The stars of a rating. For other kinds, the number that the other shop sent, which no model uses yet. */
    value: doublePrecision('value'),
  },
  (table) => [
    uniqueIndex('interactions_once_key').on(table.userId, table.productId, table.kind, table.occurredAt),
    index('interactions_user_idx').on(table.userId, table.occurredAt),
    index('interactions_product_id_idx').on(table.productId),
    check('interactions_rating_has_stars', sql`${table.kind} <> 'rating' or ${table.value} between 1 and 5`),
  ],
);
