import { sql } from 'drizzle-orm';
import {
  char,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

/** The wishlist of a user or, before the log-in, of a visitor. */
export const wishlists = pgTable(
  'wishlists',
  {
    wishlistId: uuid('wishlist_id').primaryKey().defaultRandom(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    visitorId: uuid('visitor_id'),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('wishlists_user_id_key').on(table.userId),
    uniqueIndex('wishlists_visitor_id_key').on(table.visitorId),
    index('wishlists_of_visitors_idx').on(table.updatedAt).where(sql`user_id is null`),
    check('wishlists_one_owner', sql`num_nonnulls(user_id, visitor_id) = 1`),
  ],
);

export const wishlistItems = pgTable(
  'wishlist_items',
  {
    wishlistId: uuid('wishlist_id')
      .notNull()
      .references(() => wishlists.wishlistId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
    /** The price at that time; null: the product was not for sale, or the price was not stored. */
    addedPriceMinor: integer('added_price_minor'),
    addedCurrency: char('added_currency', { length: 3 }),
    /** Removed items are kept for a while, so that the shopper can undo the removal. */
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.wishlistId, table.productId] }),
    index('wishlist_items_newest_idx').on(table.wishlistId, table.addedAt.desc().nullsFirst()),
    index('wishlist_items_product_id_idx').on(table.productId),
    index('wishlist_items_removed_at_idx').on(table.removedAt).where(sql`removed_at is not null`),
    check(
      'wishlist_items_price_has_currency',
      sql`(${table.addedPriceMinor} is null) = (${table.addedCurrency} is null)`,
    ),
  ],
);
