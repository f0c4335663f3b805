import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

/** A tree: `slug` is the whole path (`home-kitchen/coffee-tea`), so a category has one address. */
export const categories = pgTable(
  'categories',
  {
    categoryId: integer('category_id').primaryKey().generatedAlwaysAsIdentity(),
    parentId: integer('parent_id'),
    name: text('name').notNull(),
    slug: text('slug').notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.parentId], foreignColumns: [table.categoryId] }),
    uniqueIndex('categories_slug_key').on(table.slug),
    index('categories_parent_id_idx').on(table.parentId),
    check('categories_slug_form', sql`${table.slug} ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'`),
    check('categories_not_own_parent', sql`${table.parentId} <> ${table.categoryId}`),
  ],
);
