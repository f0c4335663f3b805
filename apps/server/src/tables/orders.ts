import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import { products } from './products.ts';
import { users } from './users.ts';

export const orderStatus = pgEnum('order_status', ['Pending', 'Completed', 'Cancelled']);

export const paymentStatus = pgEnum('payment_status', [
  'pending',
  'action-required',
  'paid',
  'failed',
  'cancelled',
  'partly-refunded',
  'refunded',
]);

export const fulfilmentStatus = pgEnum('fulfilment_status', [
  'unfulfilled',
  'partly-shipped',
  'shipped',
  'partly-delivered',
  'delivered',
  'returned',
  'cancelled',
]);

export interface PostalAddressColumn {
  readonly full_name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postal_code: string;
  readonly country: string;
  readonly phone: string;
}

/**
 * Status is what F1.4 shows. The payment has a machine below it (modules/selling/payments/payment.ts); the fulfilment is derived from
 * lines, shipments and refunds (modules/selling/orders/fulfilment.ts) and stored here in the transaction that changes one of them.
 */
export const orders = pgTable(
  'orders',
  {
    orderId: uuid('order_id').primaryKey().defaultRandom(),
    /** The number for people, for example on the phone. It does not reveal the number of orders. */
    orderNumber: text('order_number')
      .notNull()
      .default(sql`'K-' || upper(substr(md5(gen_random_uuid()::text), 1, 10))`),
    /** Null: a guest. */
    userId: text('user_id').references(() => users.userId),
    /** Null: deleted with the account. */
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddressColumn>(),
    shippingMethodId: text('shipping_method_id'),
    shippingMethodName: text('shipping_method_name'),
    /** The delivery time of the shipping method when the order was placed, in business days. */
    deliveryMinDays: integer('delivery_min_days'),
    deliveryMaxDays: integer('delivery_max_days'),
    promoCodes: text('promo_codes').array().notNull().default(sql`'{}'`),
    subtotalMinor: bigint('subtotal_minor', { mode: 'number' }).notNull().default(0),
    discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
    shippingMinor: bigint('shipping_minor', { mode: 'number' }).notNull().default(0),
    /** The tax in the price of the shipping. */
    shippingTaxMinor: bigint('shipping_tax_minor', { mode: 'number' }).notNull().default(0),
    taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
    taxName: text('tax_name'),
    isTaxInclusive: boolean('is_tax_inclusive').notNull().default(true),
    totalPriceMinor: bigint('total_price_minor', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    status: orderStatus('status').notNull().default('Pending'),
    paymentStatus: paymentStatus('payment_status').notNull().default('pending'),
    fulfilmentStatus: fulfilmentStatus('fulfilment_status').notNull().default('unfulfilled'),
    cancelledBecause: text('cancelled_because'),
    /** The time until which an unpaid order reserves its stock; null for a paid order. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    /** When its goods left the stock; null: they have not. */
    soldAt: timestamp('sold_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('orders_order_number_key').on(table.orderNumber),
    index('orders_user_id_idx').on(table.userId, table.createdAt.desc().nullsFirst()),
    index('orders_status_idx').on(table.status, table.createdAt),
    // For the orders of a guest who later proves to own the address.
    index('orders_of_guests_idx').on(sql`lower(${table.email})`).where(sql`user_id is null`),
    index('orders_expires_at_idx').on(table.expiresAt).where(sql`expires_at is not null`),
    check('orders_total_not_negative', sql`${table.totalPriceMinor} >= 0`),
    check('orders_updated_after_created', sql`${table.updatedAt} >= ${table.createdAt}`),
    check(
      'orders_cancelled_says_why',
      sql`${table.status} <> 'Cancelled' or ${table.cancelledBecause} is not null`,
    ),
    check(
      'orders_completed_is_paid',
      sql`${table.status} <> 'Completed' or ${table.paymentStatus} in ('paid', 'partly-refunded', 'refunded')`,
    ),
    check('orders_sold_holds_no_stock', sql`${table.soldAt} is null or ${table.expiresAt} is null`),
  ],
);

/** Stores the price and the title that the product had when it was bought. */
export const orderLines = pgTable(
  'order_lines',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId),
    title: text('title').notNull(),
    unitPriceMinor: integer('unit_price_minor').notNull(),
    quantity: integer('quantity').notNull(),
    /** This line's share of the order's discounts. */
    discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
    taxMinor: bigint('tax_minor', { mode: 'number' }).notNull().default(0),
    /** The price of the line, including discount and tax. */
    totalMinor: bigint('total_minor', { mode: 'number' }).notNull().default(0),
    /** The search that led to it. */
    searchId: uuid('search_id'),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    index('order_lines_product_id_idx').on(table.productId),
    index('order_lines_search_idx').on(table.searchId).where(sql`search_id is not null`),
    check('order_lines_quantity_positive', sql`${table.quantity} > 0`),
    check('order_lines_price_not_negative', sql`${table.unitPriceMinor} >= 0`),
  ],
);

/** Stock reserved for an unpaid order; removed when it is sold or released. */
export const stockReservations = pgTable(
  'stock_reservations',
  {
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId),
    quantity: integer('quantity').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.productId] }),
    index('stock_reservations_product_id_idx').on(table.productId),
    check('stock_reservations_quantity_positive', sql`${table.quantity} > 0`),
  ],
);

/** The history of an order: rows are added and never changed (a trigger prevents it), and every node is notified. */
export const orderEvents = pgTable(
  'order_events',
  {
    eventId: bigint('event_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    /** shopper, admin, payment, job */
    actor: text('actor').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    happenedAt: timestamp('happened_at', { withTimezone: true }).notNull().defaultNow(),
    /** The order at the end of the event's transaction; a trigger writes it. Null: the transaction is not over, or the event is old. */
    status: orderStatus('status'),
    paymentStatus: paymentStatus('payment_status'),
    fulfilmentStatus: fulfilmentStatus('fulfilment_status'),
  },
  (table) => [index('order_events_order_idx').on(table.orderId, table.eventId)],
);
