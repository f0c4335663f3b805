import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { orderLines } from './orders.ts';
import { products } from './products.ts';

export const attributionKind = pgEnum('attribution_kind', ['cart', 'purchase']);

export const attributionTouch = pgEnum('attribution_touch', ['click', 'impression']);

/** The recommendations that led to a cart or to a line of a paid order. They stay when their exposure's month is dropped. */
export const attributions = pgTable(
  'attributions',
  {
    attributionId: bigint('attribution_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    kind: attributionKind('kind').notNull(),
    /** The last click, or else the last seen impression. */
    touch: attributionTouch('touch').notNull(),
    touchedAt: timestamp('touched_at', { withTimezone: true }).notNull(),
    requestId: uuid('request_id').notNull(),
    position: smallint('position').notNull(),
    slot: text('slot').notNull(),
    source: text('source').notNull(),
    modelVersion: text('model_version'),
    variant: text('variant').notNull(),
    /** The product on the card. */
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    /** The product in the cart or the order: the same one, or another one of its group. */
    takenProductId: integer('taken_product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    orderId: uuid('order_id'),
    quantity: integer('quantity').notNull(),
    refundedQuantity: integer('refunded_quantity').notNull().default(0),
    /** The line's total without what was refunded. Null for a cart. */
    revenueMinor: bigint('revenue_minor', { mode: 'number' }),
    currency: char('currency', { length: 3 }),
    /** When the product was put into the cart, or the order was placed. */
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('attributions_cart_key').on(table.requestId, table.position).where(sql`kind = 'cart'`),
    uniqueIndex('attributions_purchase_key').on(table.orderId, table.takenProductId),
    index('attributions_taken_at_idx').on(table.takenAt),
    index('attributions_product_id_idx').on(table.productId),
    index('attributions_taken_product_id_idx').on(table.takenProductId),
    foreignKey({
      name: 'attributions_order_line_fk',
      columns: [table.orderId, table.takenProductId],
      foreignColumns: [orderLines.orderId, orderLines.productId],
    }).onDelete('cascade'),
    check(
      'attributions_purchase',
      sql`num_nonnulls(order_id, revenue_minor, currency) = case when kind = 'purchase' then 3 else 0 end`,
    ),
    check('attributions_quantity', sql`quantity > 0 and refunded_quantity between 0 and quantity`),
  ],
);
