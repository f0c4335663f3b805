import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  char,
  check,
  foreignKey,
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
export const refundStatus = pgEnum('refund_status', ['requested', 'succeeded', 'failed']);

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
 * Status is what F1.4 shows. The payment has a machine below it (modules/payments/payment.ts); the fulfilment is derived from
 * lines, shipments and refunds (modules/orders/fulfilment.ts) and kept here in the transaction that changes one of them.
 */
export const orders = pgTable(
  'orders',
  {
    orderId: uuid('order_id').primaryKey().defaultRandom(),
    /** What people read out on the phone; it says nothing about how many orders there are. */
    orderNumber: text('order_number')
      .notNull()
      .default(sql`'K-' || upper(substr(md5(gen_random_uuid()::text), 1, 10))`),
    /** Null: a guest. */
    userId: text('user_id').references(() => users.userId),
    /** Null: erased with the account. */
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddressColumn>(),
    shippingMethodId: text('shipping_method_id'),
    shippingMethodName: text('shipping_method_name'),
    /** What the way of sending promised when the order was placed, in business days. */
    deliveryMinDays: integer('delivery_min_days'),
    deliveryMaxDays: integer('delivery_max_days'),
    promoCodes: text('promo_codes').array().notNull().default(sql`'{}'`),
    subtotalMinor: bigint('subtotal_minor', { mode: 'number' }).notNull().default(0),
    discountMinor: bigint('discount_minor', { mode: 'number' }).notNull().default(0),
    shippingMinor: bigint('shipping_minor', { mode: 'number' }).notNull().default(0),
    /** The part of the shipping's own price that is tax. */
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
    /** Until when the stock is held for an order that is not paid; null once it is. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    /** When its goods left the stock; null: they never did. */
    soldAt: timestamp('sold_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('orders_order_number_key').on(table.orderNumber),
    index('orders_user_id_idx').on(table.userId, table.createdAt.desc().nullsFirst()),
    index('orders_status_idx').on(table.status, table.createdAt),
    // What belongs to whoever proves that the address is theirs.
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

/** Keeps the price and the title a product had when it was bought. */
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
    /** What the line costs, discount and tax counted. */
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

/** A parcel. */
export const shipments = pgTable(
  'shipments',
  {
    shipmentId: uuid('shipment_id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    carrier: text('carrier'),
    trackingNumber: text('tracking_number'),
    shippedAt: timestamp('shipped_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: it is on its way. */
    deliveredAt: timestamp('delivered_at', { withTimezone: true }),
  },
  (table) => [
    index('shipments_order_id_idx').on(table.orderId, table.shippedAt),
    // What a line of it refers to: a parcel holds goods of its own order.
    uniqueIndex('shipments_of_order_key').on(table.shipmentId, table.orderId),
    check('shipments_delivered_after_shipped', sql`${table.deliveredAt} >= ${table.shippedAt}`),
  ],
);

/** What is in a parcel. A trigger keeps the units of all parcels and refunds within what was ordered. */
export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shipmentId: uuid('shipment_id').notNull(),
    orderId: uuid('order_id').notNull(),
    productId: integer('product_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shipmentId, table.productId] }),
    foreignKey({
      name: 'shipment_lines_shipment_fk',
      columns: [table.shipmentId, table.orderId],
      foreignColumns: [shipments.shipmentId, shipments.orderId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'shipment_lines_order_line_fk',
      columns: [table.orderId, table.productId],
      foreignColumns: [orderLines.orderId, orderLines.productId],
    }).onDelete('cascade'),
    index('shipment_lines_order_idx').on(table.orderId, table.productId),
    check('shipment_lines_quantity_positive', sql`${table.quantity} > 0`),
  ],
);

/** Stock held for an order that is not paid; gone once it is sold or released. */
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

/** The history of an order: rows are added, never changed (a trigger sees to it), and every node hears of them. */
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
    /** How the order was when the transaction of the event was over; a trigger sees to it. Null: it is not over, or an old event. */
    status: orderStatus('status'),
    paymentStatus: paymentStatus('payment_status'),
    fulfilmentStatus: fulfilmentStatus('fulfilment_status'),
  },
  (table) => [index('order_events_order_idx').on(table.orderId, table.eventId)],
);

export const checkoutState = pgEnum('checkout_state', ['open', 'paying', 'completed', 'abandoned']);

export interface PaymentMethodColumn {
  readonly id: string;
  readonly brand: string;
  readonly last4: string | null;
  readonly expiry: string | null;
}

/** What a shopper has filled in so far: one at a time each. It becomes an order when it is confirmed. */
export const checkouts = pgTable(
  'checkouts',
  {
    checkoutId: uuid('checkout_id').primaryKey().defaultRandom(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    visitorId: uuid('visitor_id'),
    email: text('email'),
    shippingAddress: jsonb('shipping_address').$type<PostalAddressColumn>(),
    shippingMethodId: text('shipping_method_id'),
    /** What shall pay, as the provider tells it: `{ id, brand, last4, expiry }`. */
    paymentMethod: jsonb('payment_method').$type<PaymentMethodColumn>(),
    /** What was typed and is not good (enough) yet, by field. */
    draft: jsonb('draft').$type<Readonly<Record<string, string>>>().notNull().default({}),
    state: checkoutState('state').notNull().default('open'),
    /** The order that it became, or is becoming. */
    orderId: uuid('order_id').references(() => orders.orderId, { onDelete: 'set null' }),
    /** The order of the last attempt that came to nothing. */
    lastOrderId: uuid('last_order_id').references(() => orders.orderId, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('checkouts_one_of_user').on(table.userId).where(sql`state in ('open', 'paying')`),
    uniqueIndex('checkouts_one_of_visitor').on(table.visitorId).where(sql`state in ('open', 'paying')`),
    uniqueIndex('checkouts_order_id_key').on(table.orderId),
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

/** One payment an order. Its id is the idempotency key at the provider: asking twice charges once. */
export const payments = pgTable(
  'payments',
  {
    paymentId: uuid('payment_id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    /** The provider's name for it (`pi_...`); null until the provider has answered. */
    reference: text('reference'),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    status: paymentStatus('status').notNull().default('pending'),
    /** What the shopper chose, as the provider names it. */
    method: text('method'),
    failureCode: text('failure_code'),
    /** What the browser needs for a second step. */
    nextAction: jsonb('next_action').$type<Record<string, unknown>>(),
    refundedMinor: bigint('refunded_minor', { mode: 'number' }).notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('payments_order_id_key').on(table.orderId),
    uniqueIndex('payments_reference_key').on(table.provider, table.reference),
    check('payments_amount_positive', sql`${table.amountMinor} >= 0`),
    check('payments_refunded_range', sql`${table.refundedMinor} between 0 and ${table.amountMinor}`),
  ],
);

export const refunds = pgTable(
  'refunds',
  {
    refundId: uuid('refund_id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    paymentId: uuid('payment_id')
      .notNull()
      .references(() => payments.paymentId, { onDelete: 'cascade' }),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    reason: text('reason').notNull(),
    /** Whether the goods that are here go back on the shelf once the money has moved. */
    restock: boolean('restock').notNull().default(true),
    status: refundStatus('status').notNull().default('requested'),
    /** The provider's name for it. */
    reference: text('reference'),
    failureCode: text('failure_code'),
    /** When the provider last said how it stands. */
    askedAt: timestamp('asked_at', { withTimezone: true }),
    /** When its goods went back on the shelf. They stay out of the order from then on, whatever becomes of the money. */
    restockedAt: timestamp('restocked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('refunds_order_id_idx').on(table.orderId),
    index('refunds_payment_id_idx').on(table.paymentId),
    index('refunds_requested_idx').on(table.createdAt).where(sql`status = 'requested'`),
    uniqueIndex('refunds_reference_key').on(table.paymentId, table.reference),
    // What a line of it refers to: a refund is about goods of its own order.
    uniqueIndex('refunds_of_order_key').on(table.refundId, table.orderId),
    // None: the goods had cost nothing, or their money went back before.
    check('refunds_amount_not_negative', sql`${table.amountMinor} >= 0`),
  ],
);

/** Which units a refund is about, by where they are. */
export const refundLines = pgTable(
  'refund_lines',
  {
    refundId: uuid('refund_id').notNull(),
    orderId: uuid('order_id').notNull(),
    productId: integer('product_id').notNull(),
    /** Never shipped, and not to be. */
    withheld: integer('withheld').notNull().default(0),
    /** Shipped, and here again. */
    returned: integer('returned').notNull().default(0),
    /** Shipped, and not coming back. */
    kept: integer('kept').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.refundId, table.productId] }),
    foreignKey({
      name: 'refund_lines_refund_fk',
      columns: [table.refundId, table.orderId],
      foreignColumns: [refunds.refundId, refunds.orderId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'refund_lines_order_line_fk',
      columns: [table.orderId, table.productId],
      foreignColumns: [orderLines.orderId, orderLines.productId],
    }).onDelete('cascade'),
    index('refund_lines_order_idx').on(table.orderId, table.productId),
    check(
      'refund_lines_units',
      sql`least(${table.withheld}, ${table.returned}, ${table.kept}) >= 0
        and ${table.withheld} + ${table.returned} + ${table.kept} > 0`,
    ),
  ],
);

export const returnStatus = pgEnum('return_status', [
  'requested',
  'approved',
  'refused',
  'received',
  'withdrawn',
  'settled',
]);

/** A shopper asks to send delivered goods back. Its machine is in modules/orders/return-states.ts. */
export const returns = pgTable(
  'returns',
  {
    returnId: uuid('return_id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    status: returnStatus('status').notNull().default('requested'),
    reason: text('reason').notNull(),
    /** In the shopper's words; emptied when the account is erased. */
    note: text('note').notNull().default(''),
    /** What the shop said about it: how to send it back, or why not; emptied when the account is erased. */
    answer: text('answer').notNull().default(''),
    /** Of a return that was received. */
    refundId: uuid('refund_id').references(() => refunds.refundId, { onDelete: 'set null' }),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('returns_order_id_idx').on(table.orderId),
    index('returns_refund_id_idx').on(table.refundId),
    index('returns_status_idx').on(table.status, table.requestedAt),
    // What a line of it refers to: a return is about goods of its own order.
    uniqueIndex('returns_of_order_key').on(table.returnId, table.orderId),
    check('returns_refund_when_received', sql`${table.refundId} is null or ${table.status} = 'received'`),
  ],
);

/** A trigger keeps the units of open returns and refunds within what was shipped. */
export const returnLines = pgTable(
  'return_lines',
  {
    returnId: uuid('return_id').notNull(),
    orderId: uuid('order_id').notNull(),
    productId: integer('product_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.returnId, table.productId] }),
    foreignKey({
      name: 'return_lines_return_fk',
      columns: [table.returnId, table.orderId],
      foreignColumns: [returns.returnId, returns.orderId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'return_lines_order_line_fk',
      columns: [table.orderId, table.productId],
      foreignColumns: [orderLines.orderId, orderLines.productId],
    }).onDelete('cascade'),
    index('return_lines_order_idx').on(table.orderId, table.productId),
    check('return_lines_quantity_positive', sql`${table.quantity} > 0`),
  ],
);

/** One an order that was paid, numbered without a gap in each year. */
export const invoices = pgTable(
  'invoices',
  {
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.year, table.number] }),
    uniqueIndex('invoices_order_id_key').on(table.orderId),
    check('invoices_number_positive', sql`${table.number} > 0`),
  ],
);

/** What payment providers told, each once. Written before it is answered, applied by a job. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    provider: text('provider').notNull(),
    providerEventId: text('provider_event_id').notNull(),
    type: text('type').notNull(),
    /** The payment it is about, as the provider names it. */
    reference: text('reference'),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull().defaultNow(),
    appliedAt: timestamp('applied_at', { withTimezone: true }),
    /** applied, ignored, refused; null while it waits. */
    outcome: text('outcome'),
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerEventId] }),
    index('payment_events_waiting_idx').on(table.receivedAt).where(sql`applied_at is null`),
    index('payment_events_reference_idx').on(table.provider, table.reference),
  ],
);

/** The built-in test provider's own books: it stands for a company elsewhere, so the shop never reads them. */
export const testPayments = pgTable(
  'test_payments',
  {
    reference: text('reference').primaryKey(),
    idempotencyKey: text('idempotency_key').notNull(),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    state: text('state').notNull(),
    failureCode: text('failure_code'),
    orderId: text('order_id').notNull(),
    /** What becomes of its refunds; of the card. */
    refundsAs: text('refunds_as').notNull().default('succeed'),
    refunds: jsonb('refunds')
      .$type<{ key: string; reference: string; amount_minor: number; state: string }[]>()
      .notNull()
      .default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('test_payments_idempotency_key').on(table.idempotencyKey)],
);

/** The answers to requests that carried an `Idempotency-Key`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** Who asked for what: `user:ID POST /api/v1/checkout/confirm`. */
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
