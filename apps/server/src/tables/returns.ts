import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
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
import { orderLines, orders } from './orders.ts';
import { refunds } from './payments.ts';

export const returnStatus = pgEnum('return_status', [
  'requested',
  'approved',
  'refused',
  'received',
  'withdrawn',
  'settled',
]);

/** A shopper's request to send delivered goods back. Its state machine is in modules/selling/orders/return-states.ts. */
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
    /** The shop's answer: how to send the goods back, or why not; emptied when the account is erased. */
    answer: text('answer').notNull().default(''),
    /** The refund of a return that was received. */
    refundId: uuid('refund_id').references(() => refunds.refundId, { onDelete: 'set null' }),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('returns_order_id_idx').on(table.orderId),
    index('returns_refund_id_idx').on(table.refundId),
    index('returns_status_idx').on(table.status, table.requestedAt),
    // For the foreign key of its lines: a return only has goods of its own order.
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

/** One per paid order, numbered without gaps in each year. */
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
