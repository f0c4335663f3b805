import { sql } from 'drizzle-orm';
import {
  char,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';

export const saleState = pgEnum('sale_state', ['planned', 'on', 'ended']);

/**
 * Prices for a while. `apply_sales` begins and ends them. The constraint `product_sales_do_not_overlap` (migration 0033) allows one sale
 * per product and moment.
 */
export const productSales = pgTable(
  'product_sales',
  {
    saleId: integer('sale_id').primaryKey().generatedAlwaysAsIdentity(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    priceMinor: integer('price_minor').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    /** Null: until it is changed or deleted. */
    endsAt: timestamp('ends_at', { withTimezone: true }),
    state: saleState('state').notNull().default('planned'),
    /** When it really began: the 30 days before count from here. */
    beganAt: timestamp('began_at', { withTimezone: true }),
    /** The lowest price of those 30 days. Null: it has not begun, or the product had no price then. */
    lowestRecentPriceMinor: integer('lowest_recent_price_minor'),
  },
  (table) => [
    index('product_sales_product_idx').on(table.productId, table.startsAt),
    uniqueIndex('product_sales_on_key').on(table.productId).where(sql`state = 'on'`),
    index('product_sales_planned_idx').on(table.startsAt).where(sql`state = 'planned'`),
    index('product_sales_ending_idx').on(table.endsAt).where(sql`state = 'on'`),
    check('product_sales_price_positive', sql`${table.priceMinor} > 0`),
    check('product_sales_ends_after_start', sql`${table.endsAt} > ${table.startsAt}`),
    check('product_sales_on_has_begun', sql`${table.state} <> 'on' or ${table.beganAt} is not null`),
  ],
);

/** Every price that the shop has asked, kept by triggers on `products`. A price holds until the next row of its product. */
export const priceHistory = pgTable(
  'price_history',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    since: timestamp('since', { withTimezone: true }).notNull(),
    /** Null: not for sale. */
    priceMinor: integer('price_minor'),
    currency: char('currency', { length: 3 }),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.since] }),
    check(
      'price_history_price_has_currency',
      sql`(${table.priceMinor} is null) = (${table.currency} is null)`,
    ),
  ],
);
