import { sql } from 'drizzle-orm';
import { boolean, check, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** What the merchant has said about the shop: one row. What they left out is as it ships (modules/running/shop). */
export const shopSettings = pgTable(
  'shop_settings',
  {
    isOnly: boolean('is_only').primaryKey().default(true),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull().default({}),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [check('shop_settings_one_row', sql`${table.isOnly}`)],
);

/** The pages that the merchant has written; the others are as they ship. */
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
