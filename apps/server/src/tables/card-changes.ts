import { sql } from 'drizzle-orm';
import { index, integer, pgTable, timestamp } from 'drizzle-orm/pg-core';
import { xid8 } from './search.ts';

/**
 * The products whose cards changed in any way; 0 means all. Triggers (migration 0039) add them in the transaction of the change. A card shows the
 * product, its stock, its first picture and the other variants of its group.
 */
export const cardChanges = pgTable(
  'card_changes',
  {
    productId: integer('product_id').notNull(),
    transactionId: xid8('transaction_id').notNull().default(sql`pg_current_xact_id()`),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('card_changes_transaction_id_idx').on(table.transactionId)],
);
