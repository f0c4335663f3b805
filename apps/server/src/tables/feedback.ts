import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { categories } from './categories.ts';
import { products } from './products.ts';
import { users } from './users.ts';

export const feedbackKind = pgEnum('feedback_kind', [
  /** Thumbs up. */
  'like',
  /** Thumbs down. */
  'dislike',
  /** “Not interested”: never recommended again. */
  'hide',
  /** “I have it”: counts as owned. */
  'own',
  'less-of-brand',
  'less-of-category',
  /** No longer a reason, and no longer part of the ranking. */
  'without',
  /** Removed from the history: earlier actions on it do not count. */
  'forget',
  /** All earlier actions do not count. */
  'reset',
]);

/** What people say about their recommendations: the current state, one row per person, kind and subject. */
export const feedback = pgTable(
  'feedback',
  {
    feedbackId: bigint('feedback_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    /** Before the log-in. */
    visitorId: uuid('visitor_id'),
    kind: feedbackKind('kind').notNull(),
    /** The product on the card, for its whole group. */
    productId: integer('product_id').references(() => products.productId, { onDelete: 'cascade' }),
    brand: text('brand'),
    categoryId: integer('category_id').references(() => categories.categoryId, { onDelete: 'cascade' }),
    givenAt: timestamp('given_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('feedback_once_key')
      .on(table.userId, table.visitorId, table.kind, table.productId, table.brand, table.categoryId)
      .nullsNotDistinct(),
    index('feedback_visitor_id_idx').on(table.visitorId).where(sql`visitor_id is not null`),
    index('feedback_of_visitors_idx').on(table.givenAt).where(sql`user_id is null`),
    index('feedback_product_id_idx').on(table.productId),
    index('feedback_category_id_idx').on(table.categoryId).where(sql`category_id is not null`),
    check('feedback_one_person', sql`num_nonnulls(user_id, visitor_id) = 1`),
    check(
      'feedback_subject',
      sql`num_nonnulls(product_id, brand, category_id) = case kind when 'reset' then 0 else 1 end
        and (brand is not null) = (kind = 'less-of-brand')
        and (category_id is not null) = (kind = 'less-of-category')`,
    ),
  ],
);
