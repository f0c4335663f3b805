import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { orderLines, orders } from './orders.ts';

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
    // For the foreign key of its lines: a parcel only has goods of its own order.
    uniqueIndex('shipments_of_order_key').on(table.shipmentId, table.orderId),
    check('shipments_delivered_after_shipped', sql`${table.deliveredAt} >= ${table.shippedAt}`),
  ],
);

/** The goods in a parcel. A trigger limits the units of all parcels and refunds to those of the order. */
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
