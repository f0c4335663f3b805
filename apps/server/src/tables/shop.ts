import { sql } from 'drizzle-orm';
import { boolean, check, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The merchant's settings of the shop: one row. Missing values have the defaults of modules/running/shop. */
export const shopSettings = pgTable(
  'shop_settings',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('shop_settings_one_row', sql`${table.isOnly}`)],
);

/** The pages that the merchant has written; the others have their default texts. */
export const shopPages = pgTable(
  'shop_pages',
  {
    slug: text('slug').primaryKey(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('shop_pages_slug_form', sql`${table.slug} ~ '^[a-z][a-z-]{0,39}$'`)],
);
