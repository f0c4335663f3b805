import { sql } from 'drizzle-orm';
import { boolean, check, integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';

/** How values are shown: unchanged, with a dot of their colour, or in the order of sizes. */
export const attributeKind = pgEnum('attribute_kind', ['text', 'color', 'size']);

/** The attributes that describe and filter the products of this shop. `products.attributes` has the values, by code. */
export const attributes = pgTable(
  'attributes',
  {
    code: text('code').primaryKey(),
    label: text('label').notNull(),
    kind: attributeKind('kind').notNull().default('text'),
    /** Columns of imported files, and `details.NAME` for a key of their details. The first with a value counts. */
    sources: text('sources').array().notNull(),
    /** Whether lists can be filtered by it. */
    isFacet: boolean('is_facet').notNull().default(true),
    /** In lists of filters: from the lowest. */
    position: integer('position').notNull(),
  },
  (table) => [
    check('attributes_code_form', sql`${table.code} ~ '^[a-z][a-z0-9-]{0,39}$'`),
    check('attributes_label_length', sql`length(${table.label}) between 1 and 60`),
    check('attributes_has_source', sql`cardinality(${table.sources}) between 1 and 20`),
  ],
);
