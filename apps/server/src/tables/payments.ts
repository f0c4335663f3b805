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
import { orderLines, orders, paymentStatus } from './orders.ts';

export const refundStatus = pgEnum('refund_status', ['requested', 'succeeded', 'failed']);

/** One payment per order. Its id is the idempotency key at the provider, so a repeated request charges once. */
export const payments = pgTable(
  'payments',
  {
    paymentId: uuid('payment_id').primaryKey().defaultRandom(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => orders.orderId, { onDelete: 'cascade' }),
    provider: text('provider').notNull(),
    /** The provider's id of it (`pi_...`); null until the provider has answered. */
    reference: text('reference'),
    amountMinor: bigint('amount_minor', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    status: paymentStatus('status').notNull().default('pending'),
    /** The provider's id of the payment method that the shopper chose. */
    method: text('method'),
    failureCode: text('failure_code'),
    /** Data for the browser's second step, such as 3-D Secure. */
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
    /** Whether the goods in the warehouse go back into stock after the refund. */
    restock: boolean('restock').notNull().default(true),
    status: refundStatus('status').notNull().default('requested'),
    /** The provider's id of it. */
    reference: text('reference'),
    failureCode: text('failure_code'),
    /** When the provider last reported its status. */
    askedAt: timestamp('asked_at', { withTimezone: true }),
    /** When its goods went back into stock. They no longer belong to the order, even if the refund fails later. */
    restockedAt: timestamp('restocked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('refunds_order_id_idx').on(table.orderId),
    index('refunds_payment_id_idx').on(table.paymentId),
    index('refunds_requested_idx').on(table.createdAt).where(sql`status = 'requested'`),
    uniqueIndex('refunds_reference_key').on(table.paymentId, table.reference),
    // For the foreign key of its lines: a refund only has goods of its own order.
    uniqueIndex('refunds_of_order_key').on(table.refundId, table.orderId),
    // Zero: the goods cost nothing, or their money was refunded before.
    check('refunds_amount_not_negative', sql`${table.amountMinor} >= 0`),
  ],
);

/** The units of a refund, by their place. */
export const refundLines = pgTable(
  'refund_lines',
  {
    refundId: uuid('refund_id').notNull(),
    orderId: uuid('order_id').notNull(),
    productId: integer('product_id').notNull(),
    /** Not shipped, and no longer to be shipped. */
    withheld: integer('withheld').notNull().default(0),
    /** Shipped and returned. */
    returned: integer('returned').notNull().default(0),
    /** Shipped and not to be returned. */
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

/** The events of payment providers, each once. Written before the webhook is answered, applied by a job. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    provider: text('provider').notNull(),
    providerEventId: text('provider_event_id').notNull(),
    type: text('type').notNull(),
    /** The provider's id of the payment. */
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

/** The accounts of the built-in test provider. It acts as another company, so the shop never reads this table. */
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
    /** The results of its refunds, which depend on the card. */
    refundsAs: text('refunds_as').notNull().default('succeed'),
    refunds: jsonb('refunds')
      .$type<{ key: string; reference: string; amount_minor: number; state: string }[]>()
      .notNull()
      .default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('test_payments_idempotency_key').on(table.idempotencyKey)],
);
