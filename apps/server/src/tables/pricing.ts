import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './users.ts';

export const promotionKind = pgEnum('promotion_kind', ['percentage', 'amount', 'free-shipping']);

export const promotions = pgTable(
  'promotions',
  {
    promotionId: integer('promotion_id').primaryKey().generatedAlwaysAsIdentity(),
    /** The code that shoppers enter, in upper case. */
    code: text('code').notNull(),
    description: text('description').notNull().default(''),
    kind: promotionKind('kind').notNull(),
    /** Hundredths of a percent: 1,000 is 10 %. */
    basisPoints: integer('basis_points'),
    amountMinor: integer('amount_minor'),
    /** The currency of the amount and of the minimum spend. */
    currency: char('currency', { length: 3 }),
    minimumSpendMinor: integer('minimum_spend_minor').notNull().default(0),
    startsAt: timestamp('starts_at', { withTimezone: true }),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    usageLimit: integer('usage_limit'),
    usageLimitPerPerson: integer('usage_limit_per_person'),
    timesUsed: integer('times_used').notNull().default(0),
    /** Whether it may be combined with other codes. */
    isCombinable: boolean('is_combinable').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('promotions_code_key').on(table.code),
    check('promotions_code_form', sql`${table.code} ~ '^[A-Z0-9][A-Z0-9_-]{1,39}$'`),
    check(
      'promotions_value',
      sql`case kind
        when 'percentage' then basis_points between 1 and 10000 and amount_minor is null
        when 'amount' then amount_minor > 0 and currency is not null and basis_points is null
        else num_nonnulls(basis_points, amount_minor) = 0 end`,
    ),
    check(
      'promotions_minimum_spend',
      sql`minimum_spend_minor = 0 or (minimum_spend_minor > 0 and currency is not null)`,
    ),
    check(
      'promotions_times_used',
      sql`times_used >= 0 and (usage_limit is null or times_used <= usage_limit)`,
    ),
    check('promotions_dates', sql`starts_at < ends_at`),
    check('promotions_limits', sql`usage_limit > 0 and usage_limit_per_person > 0`),
  ],
);

/** A use of a code by an order. Removed when the order is cancelled before payment. */
export const promotionUses = pgTable(
  'promotion_uses',
  {
    promotionId: integer('promotion_id')
      .notNull()
      .references(() => promotions.promotionId),
    orderId: uuid('order_id').notNull(),
    /** The mailbox of the email address, guest or not, as a SHA-256 in hexadecimal: enough for a limit per person. */
    personHash: char('person_hash', { length: 64 }).notNull(),
    /** Null: a guest. A member's use counts for all their addresses. */
    userId: text('user_id').references(() => users.userId),
    usedAt: timestamp('used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.promotionId, table.orderId] }),
    index('promotion_uses_order_id_idx').on(table.orderId),
    index('promotion_uses_person_idx').on(table.promotionId, table.personHash),
    index('promotion_uses_user_id_idx').on(table.userId, table.promotionId),
  ],
);

export const shippingMethods = pgTable(
  'shipping_methods',
  {
    /** `standard`, `express` ... */
    shippingMethodId: text('shipping_method_id').primaryKey(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    priceMinor: integer('price_minor').notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    /** Shipping is free from this price of the goods, after discounts. */
    freeFromMinor: integer('free_from_minor'),
    /** The countries of delivery, by ISO 3166 code; empty: all. */
    countries: text('countries').array().notNull().default(sql`'{}'`),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
    position: integer('position').notNull().default(0),
    isActive: boolean('is_active').notNull().default(true),
  },
  (table) => [
    check('shipping_methods_id_form', sql`${table.shippingMethodId} ~ '^[a-z0-9-]{1,40}$'`),
    check('shipping_methods_price_not_negative', sql`price_minor >= 0 and free_from_minor >= 0`),
    check('shipping_methods_days', sql`0 <= min_days and min_days <= max_days`),
  ],
);

export const taxRates = pgTable(
  'tax_rates',
  {
    country: char('country', { length: 2 }).primaryKey(),
    name: text('name').notNull(),
    /** Hundredths of a percent: 1,900 is 19 %. */
    basisPoints: integer('basis_points').notNull(),
    /** Whether prices shown in that country include the tax. */
    isInclusive: boolean('is_inclusive').notNull(),
    taxesShipping: boolean('taxes_shipping').notNull().default(true),
  },
  () => [
    check('tax_rates_country_form', sql`country ~ '^[A-Z]{2}$'`),
    check('tax_rates_range', sql`basis_points between 0 and 10000`),
  ],
);
