import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What the listed products are found by, kept by triggers (migration 0005) whenever a product or a category changes. Apart from
 * `products`, whose rows are ten times as wide.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    productId: integer('product_id')
      .primaryKey()
      .references(() => products.productId, { onDelete: 'cascade' }),
    /** The title without accents, capitals and signs: `search_key(title)`. */
    titleKey: text('title_key').notNull(),
    /** How many words say what the title is about. */
    subjectWords: smallint('subject_words').notNull().default(1),
    /** The last of them: in most languages it names the thing. */
    name: tsvector('name').notNull().default(''),
    /** What the title is about A; the rest of it and the colour B; brand and categories C; with places: what is ranked. */
    head: tsvector('head').notNull(),
    /** `head` and, as D, features and description: what is matched. */
    document: tsvector('document').notNull(),
  },
  (table) => [
    index('search_documents_document_idx').using('gin', table.document),
    index('search_documents_title_key_idx').using('hash', table.titleKey),
  ],
);

/** Every word of a title, brand, colour or category, as written but for accents and capitals; made anew by a job. */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    /** Listed products that have it. */
    documents: integer('documents').notNull(),
    /** Listed products that it names: their own category has it, or what their title is about ends with it. */
    heads: integer('heads').notNull().default(0),
  },
  (table) => [
    index('search_words_trigram_idx').using('gin', sql`${table.word} gin_trgm_ops`),
    index('search_words_prefix_idx').on(sql`${table.word} text_pattern_ops`, table.documents),
  ],
);

/**
 * Whose stemmer the search documents were written with: one row. A backup brings it along with the documents, but not the text
 * search configuration, which may be of another language until the shop starts.
 */
export const searchLanguage = pgTable(
  'search_language',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    language: text('language').notNull(),
  },
  (table) => [check('search_language_one_row', sql`${table.isOnly}`)],
);

/** Groups of words that mean the same to a shopper. Triggers (migration 0024) tell every node when they change. */
export const searchSynonyms = pgTable('search_synonyms', {
  synonymsId: integer('synonyms_id').primaryKey().generatedAlwaysAsIdentity(),
  words: text('words').array().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

/**
 * Which products search has to look at again: triggers (migration 0005) add to it in the transaction of the change. Whoever
 * follows reads from the `pg_snapshot_xmin` of its last reading on, so that a transaction that ends late is not passed over.
 */
export const searchChanges = pgTable(
  'search_changes',
  {
    changeId: bigint('change_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    productId: integer('product_id').notNull(),
    transactionId: xid8('transaction_id').notNull().default(sql`pg_current_xact_id()`),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('search_changes_transaction_id_idx').on(table.transactionId),
    index('search_changes_changed_at_idx').on(table.changedAt),
  ],
);
