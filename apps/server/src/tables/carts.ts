import { sql } from 'drizzle-orm';
import {
  bigint,
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

/** The cart of a user or, before the log-in, of a visitor. */
export const carts = pgTable(
  'carts',
  {
    cartId: uuid('cart_id').primaryKey().defaultRandom(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    visitorId: uuid('visitor_id'),
    promoCodes: text('promo_codes').array().notNull().default(sql`'{}'`),
    /** The country of delivery that its owner chose, before they enter an address. */
    country: char('country', { length: 2 }),
    /** The number of items that a log-in merged, until the owner has seen the cart. */
    mergedItemCount: integer('merged_item_count'),
    /** The number of changes. */
    version: bigint('version', { mode: 'number' }).notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('carts_user_id_key').on(table.userId),
    uniqueIndex('carts_visitor_id_key').on(table.visitorId),
    index('carts_updated_at_idx').on(table.updatedAt),
    check('carts_one_owner', sql`num_nonnulls(user_id, visitor_id) = 1`),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.cartId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    quantity: integer('quantity').notNull(),
    /** The price that the owner saw last. The cart reports a change of it. */
    seenPriceMinor: integer('seen_price_minor').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** The search that led to it. */
    searchId: uuid('search_id'),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.cartId, table.productId] }),
    index('cart_lines_product_id_idx').on(table.productId),
    check('cart_lines_quantity_range', sql`${table.quantity} between 1 and 999`),
    check('cart_lines_price_not_negative', sql`${table.seenPriceMinor} >= 0`),
  ],
);

/** Lines that were saved for later, with the price that the owner saw last. */
export const savedLines = pgTable(
  'saved_lines',
  {
    cartId: uuid('cart_id')
      .notNull()
      .references(() => carts.cartId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    quantity: integer('quantity').notNull(),
    seenPriceMinor: integer('seen_price_minor').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** The search that led to it. */
    searchId: uuid('search_id'),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.cartId, table.productId] }),
    index('saved_lines_product_id_idx').on(table.productId),
    check('saved_lines_quantity_range', sql`${table.quantity} between 1 and 999`),
    check('saved_lines_price_not_negative', sql`${table.seenPriceMinor} >= 0`),
  ],
);
