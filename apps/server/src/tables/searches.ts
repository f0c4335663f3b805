import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';

export const searchOutcome = pgEnum('search_outcome', ['as-typed', 'corrected', 'relaxed']);

/**
 * The searches, by the id in their answer. Only the rows that refer to a search have its owner: an event, a line of a cart or an
 * order. They refer to it without a foreign key, because it may be stored after them and is deleted before them.
 */
export const searches = pgTable(
  'searches',
  {
    searchId: uuid('search_id').primaryKey(),
    /** The normalised words of the text (`searchKey`), so that equal searches have the same. */
    key: text('key').notNull(),
    /** As typed. */
    text: text('text').notNull(),
    reading: searchOutcome('reading').notNull(),
    /** The number of products found. */
    total: integer('total').notNull(),
    searchedAt: timestamp('searched_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('searches_key_idx').on(table.key),
    index('searches_searched_at_idx').on(table.searchedAt),
    check('searches_key_has_words', sql`${table.key} <> ''`),
  ],
);

/** How many people chose a product after a search for these words; rebuilt by a job. */
export const searchBoosts = pgTable(
  'search_boosts',
  {
    key: text('key').notNull(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    clickers: integer('clickers').notNull(),
    buyers: integer('buyers').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.key, table.productId] }),
    index('search_boosts_product_id_idx').on(table.productId),
  ],
);
