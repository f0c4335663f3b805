import { sql } from 'drizzle-orm';
import {
  char,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { orders, type PostalAddressColumn } from './orders.ts';
import { users } from './users.ts';

export const checkoutState = pgEnum('checkout_state', ['open', 'paying', 'completed', 'abandoned']);

export interface PaymentMethodColumn {
  readonly id: string;
  readonly brand: string;
  readonly last4: string | null;
  readonly expiry: string | null;
}

/** The data that a shopper has entered so far. A shopper has one open checkout. It becomes an order when the shopper confirms it. */
export const checkouts = pgTable(
  'checkouts',
  {
    checkoutId: uuid('checkout_id').primaryKey().defaultRandom(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    visitorId: uuid('visitor_id'),
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddressColumn>(),
    shippingMethodId: text('shipping_method_id'),
    /** The payment method, as the provider describes it: `{ id, brand, last4, expiry }`. */
    paymentMethod: jsonb('payment_method').$type<PaymentMethodColumn>(),
    /** Entered texts that are not valid yet, by field. */
    draft: jsonb('draft').$type<Readonly<Record<string, string>>>().notNull().default({}),
    state: checkoutState('state').notNull().default('open'),
    /** The order that it became, or is becoming. */
    orderId: uuid('order_id').references(() => orders.orderId, { onDelete: 'set null' }),
    /** The order of the last attempt that failed. */
    lastOrderId: uuid('last_order_id').references(() => orders.orderId, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('checkouts_one_of_user').on(table.userId).where(sql`state in ('open', 'paying')`),
    uniqueIndex('checkouts_one_of_visitor').on(table.visitorId).where(sql`state in ('open', 'paying')`),
    uniqueIndex('checkouts_order_id_key').on(table.orderId),
    // What a visitor bought.
    index('checkouts_ordered_by_visitor_idx')
      .on(table.visitorId)
      .where(sql`visitor_id is not null and order_id is not null`),
    index('checkouts_updated_at_idx').on(table.updatedAt),
    index('checkouts_last_order_id_idx').on(table.lastOrderId),
    check('checkouts_draft_size', sql`octet_length(${table.draft}::text) <= 12000`),
    check('checkouts_one_owner', sql`num_nonnulls(user_id, visitor_id) = 1`),
    check(
      'checkouts_paying_has_order',
      sql`${table.state} not in ('paying', 'completed') or ${table.orderId} is not null`,
    ),
  ],
);

/** The answers to requests that carried an `Idempotency-Key`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** The caller and the route: `user:ID POST /api/v1/checkout/confirm`. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    requestHash: char('request_hash', { length: 64 }).notNull(),
    status: integer('status'),
    body: jsonb('body').$type<unknown>(),
    lockedAt: timestamp('locked_at', { withTimezone: true }).notNull().defaultNow(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.scope, table.key] }),
    index('idempotency_keys_locked_at_idx').on(table.lockedAt),
  ],
);
