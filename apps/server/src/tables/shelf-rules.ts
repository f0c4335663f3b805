import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { categories } from './categories.ts';
import { products } from './products.ts';

export const shelfRuleKind = pgEnum('shelf_rule_kind', ['pin', 'block', 'boost']);

/** The merchant's rules for shelves. */
export const shelfRules = pgTable(
  'shelf_rules',
  {
    ruleId: integer('rule_id').primaryKey().generatedAlwaysAsIdentity(),
    kind: shelfRuleKind('kind').notNull(),
    /** Null: every slot. */
    slot: text('slot'),
    productId: integer('product_id').references(() => products.productId, { onDelete: 'cascade' }),
    brand: text('brand'),
    categoryId: integer('category_id').references(() => categories.categoryId, { onDelete: 'cascade' }),
    /** For `pin`: the position on the shelf, from 1. */
    position: smallint('position'),
    /** For `boost`: a score is multiplied by it. Below 1, it moves products down. */
    factor: doublePrecision('factor'),
    startsAt: timestamp('starts_at', { withTimezone: true }),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    note: text('note').notNull().default(''),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('shelf_rules_product_id_idx').on(table.productId),
    index('shelf_rules_category_id_idx').on(table.categoryId),
    check('shelf_rules_subject', sql`num_nonnulls(product_id, brand, category_id) = 1`),
    check(
      'shelf_rules_pin',
      sql`(position is not null) = (kind = 'pin') and (kind <> 'pin' or product_id is not null) and position between 1 and 100`,
    ),
    check('shelf_rules_boost', sql`(factor is not null) = (kind = 'boost') and factor > 0 and factor <= 100`),
    check('shelf_rules_dates', sql`starts_at < ends_at`),
  ],
);
