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
