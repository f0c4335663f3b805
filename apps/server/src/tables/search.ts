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
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * The search documents of the listed products. Triggers (migration 0005) update them when a product or a category changes. They are
 * separate from `products`, whose rows are ten times as wide.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    productId: integer('product_id')
      .primaryKey()
      .references(() => products.productId, { onDelete: 'cascade' }),
    /** The title without accents, capitals and signs: `search_key(title)`. */
    titleKey: text('title_key').notNull(),
    /** The number of words in the subject of the title. */
    subjectWords: smallint('subject_words').notNull().default(1),
    /** The last of these words: in most languages it is the noun. */
    name: tsvector('name').notNull().default(''),
    /** For the ranking, with positions. A: the subject of the title; B: the rest of the title and the colour; C: brand and categories. */
    head: tsvector('head').notNull(),
    /** For the matching: `head`, and features and description with weight D. */
    document: tsvector('document').notNull(),
  },
  (table) => [
    index('search_documents_document_idx').using('gin', table.document),
    index('search_documents_title_key_idx').using('hash', table.titleKey),
  ],
);

/** Every word of a title, brand, colour or category, without accents and capitals; rebuilt by a job. */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').primaryKey(),
    /** Listed products that have it. */
    documents: integer('documents').notNull(),
    /** The number of listed products that it names: their category has it, or the subject of their title ends with it. */
    heads: integer('heads').notNull().default(0),
  },
  (table) => [
    index('search_words_trigram_idx').using('gin', sql`${table.word} gin_trgm_ops`),
    index('search_words_prefix_idx').on(sql`${table.word} text_pattern_ops`, table.documents),
  ],
);

/**
 * The language of the stemmer that wrote the search documents: one row. A backup includes it and the documents, but not the text
 * search configuration, which may have another language until the shop starts.
 */
export const searchLanguage = pgTable(
  'search_language',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    language: text('language').notNull(),
  },
  (table) => [check('search_language_one_row', sql`${table.isOnly}`)],
);

/** Groups of words that mean the same to a shopper. Triggers (migration 0024) notify every node of changes. */
export const searchSynonyms = pgTable('search_synonyms', {
  synonymsId: integer('synonyms_id').primaryKey().generatedAlwaysAsIdentity(),
  words: text('words').array().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

/**
 * The products that changed for search. Triggers (migration 0005) add them in the transaction of the change. A reader starts
 * from the `pg_snapshot_xmin` of its last read, so that it does not miss a transaction that ends late.
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
