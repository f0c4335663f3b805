import { type SQL, sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  char,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { categories } from './categories.ts';

export const ratingBin = pgEnum('rating_bin', ['Low', 'Medium', 'High']);

/** A review of an unknown product creates a stub: `is_listed` is false until a meta import describes the product. */
export const products = pgTable(
  'products',
  {
    productId: integer('product_id').primaryKey().generatedAlwaysAsIdentity(),
    parentAsin: text('parent_asin').notNull(),
    /** The last `product_id` from a data set, whose reviews refer to the product by it. */
    importedId: text('imported_id'),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    features: text('features').array().notNull().default(sql`'{}'`),
    details: jsonb('details').$type<Record<string, string>>().notNull().default({}),
    /** Values by the code of the attribute: `{"brand": ["Acme"], "size": ["S", "M"]}`. No list is empty. */
    attributes: jsonb('attributes').$type<Record<string, string[]>>().notNull().default({}),
    brand: text('brand').generatedAlwaysAs((): SQL => sql`attributes #>> '{brand,0}'`),
    color: text('color').generatedAlwaysAs((): SQL => sql`attributes #>> '{color,0}'`),
    mainCategory: text('main_category'),
    /** The group, whose products differ only in their options. Null: the product has no variants. */
    groupId: integer('group_id').references((): AnyPgColumn => productGroups.groupId, {
      onUpdate: 'cascade',
    }),
    categoryId: integer('category_id').references(() => categories.categoryId),
    /** The price that the shop asks now. Null: not for sale. */
    priceMinor: integer('price_minor'),
    currency: char('currency', { length: 3 }),
    /** The price without the sale. Null: no sale is in effect. The trigger `products_price_by_sale` keeps this and the next two. */
    regularPriceMinor: integer('regular_price_minor'),
    /** The lowest price of the 30 days before the sale began. Null: no sale, or the product had no price then. */
    lowestRecentPriceMinor: integer('lowest_recent_price_minor'),
    /** When the sale ends. Null: no sale, or no end is planned. */
    saleEndsAt: timestamp('sale_ends_at', { withTimezone: true }),
    /** The announced reduction: from the lowest recent price, rounded down. Null: the shop announces none. */
    percentOff: smallint('percent_off').generatedAlwaysAs(
      (): SQL =>
        sql`nullif(greatest((lowest_recent_price_minor - price_minor)::bigint * 100 / nullif(lowest_recent_price_minor, 0), 0), 0)::smallint`,
    ),
    /** The ratings elsewhere, from the product's meta. */
    metaAverageRating: doublePrecision('meta_average_rating'),
    metaRatingCount: integer('meta_rating_count').notNull().default(0),
    /** By the rule `product_rating` of migration 0005, whose triggers keep both. */
    averageRating: doublePrecision('average_rating'),
    ratingCount: integer('rating_count').notNull().default(0),
    ratingBin: ratingBin('rating_bin').generatedAlwaysAs(
      (): SQL => sql`case when average_rating is null then null
        when average_rating < 3 then 'Low'::rating_bin
        when average_rating < 4 then 'Medium'::rating_bin
        else 'High'::rating_bin end`,
    ),
    /** The mean with 10 more ratings of 3.5, which matter most if there are few ratings. “Best rated” sorts by it. */
    bayesianRating: doublePrecision('bayesian_rating')
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`(coalesce(average_rating, 3.5) * rating_count + 35) / (rating_count + 10)`,
      ),
    dateFirstAvailable: date('date_first_available'),
    isListed: boolean('is_listed').notNull().default(true),
    /** When the shop stopped listing it. Null: it is listed, or never was. The trigger `products_unlisted` keeps it. */
    unlistedAt: timestamp('unlisted_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('products_parent_asin_key').on(table.parentAsin),
    uniqueIndex('products_imported_id_key').on(table.importedId),
    index('products_group_id_idx').on(table.groupId).where(sql`group_id is not null`),
    index('products_category_id_idx').on(table.categoryId),
    index('products_category_popularity_idx')
      .on(table.categoryId, table.ratingCount.desc().nullsFirst(), table.productId.desc().nullsFirst())
      .where(sql`is_listed`),
    index('products_popularity_idx')
      .on(table.ratingCount.desc().nullsFirst(), table.productId.desc().nullsFirst())
      .where(sql`is_listed`),
    index('products_rating_idx')
      .on(table.bayesianRating.desc().nullsFirst(), table.productId.desc().nullsFirst())
      .where(sql`is_listed`),
    index('products_price_asc_idx')
      .on(sql`coalesce(${table.priceMinor}, 2147483647)`, table.productId)
      .where(sql`is_listed`),
    index('products_price_desc_idx')
      .on(sql`coalesce(${table.priceMinor}, -1) desc`, table.productId.desc().nullsFirst())
      .where(sql`is_listed`),
    index('products_newest_idx')
      .on(sql`coalesce(${table.dateFirstAvailable}, '0001-01-01') desc`, table.productId.desc().nullsFirst())
      .where(sql`is_listed`),
    check('products_parent_asin_length', sql`length(${table.parentAsin}) between 1 and 64`),
    check('products_title_not_empty', sql`length(${table.title}) > 0`),
    check('products_attributes_are_named', sql`jsonb_typeof(${table.attributes}) = 'object'`),
    check('products_price_not_negative', sql`${table.priceMinor} >= 0`),
    check('products_price_has_currency', sql`(${table.priceMinor} is null) = (${table.currency} is null)`),
    check(
      'products_sale_below_regular_price',
      sql`${table.regularPriceMinor} is null or ${table.regularPriceMinor} > ${table.priceMinor}`,
    ),
    check(
      'products_sale_is_whole',
      sql`${table.regularPriceMinor} is not null or (${table.lowestRecentPriceMinor} is null and ${table.saleEndsAt} is null)`,
    ),
    check('products_average_rating_range', sql`${table.averageRating} between 1 and 5`),
    check('products_meta_average_rating_range', sql`${table.metaAverageRating} between 1 and 5`),
    check('products_meta_rating_count_not_negative', sql`${table.metaRatingCount} >= 0`),
    check('products_rating_count_not_negative', sql`${table.ratingCount} >= 0`),
  ],
);

/**
 * A group of products that are variants of one thing, such as its colours and sizes. It has the number of its first product, so that an
 * item of a model stays the same.
 */
export const productGroups = pgTable(
  'product_groups',
  {
    groupId: integer('group_id')
      .primaryKey()
      .references((): AnyPgColumn => products.productId),
    /** Its name in data sets. */
    parentAsin: text('parent_asin').notNull(),
    /** Codes of the attributes in which its products differ, in the order in which a shopper chooses. */
    options: text('options').array().notNull(),
  },
  (table) => [
    uniqueIndex('product_groups_parent_asin_key').on(table.parentAsin),
    check('product_groups_parent_asin_length', sql`length(${table.parentAsin}) between 1 and 64`),
  ],
);

export const productImages = pgTable(
  'product_images',
  {
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    url: text('url').notNull(),
    largeUrl: text('large_url').notNull(),
    variant: text('variant'),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.position] }),
    check('product_images_position_not_negative', sql`${table.position} >= 0`),
    check(
      'product_images_url_form',
      sql`${table.url} ~ '^(https?://|/)' and ${table.largeUrl} ~ '^(https?://|/)'`,
    ),
  ],
);

export const inventory = pgTable(
  'inventory',
  {
    productId: integer('product_id')
      .primaryKey()
      .references(() => products.productId, { onDelete: 'cascade' }),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('inventory_on_hand_not_negative', sql`${table.onHand} >= 0`),
    check('inventory_reserved_within_on_hand', sql`${table.reserved} between 0 and ${table.onHand}`),
  ],
);

export const stockMovementKind = pgEnum('stock_movement_kind', [
  'opening',
  'receipt',
  'correction',
  'reserve',
  'release',
  'sale',
  'return',
]);

/** The ledger of `inventory`: it has every change, and its rows never change. The sums of its deltas are the stock in `inventory`. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    movementId: bigint('movement_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    kind: stockMovementKind('kind').notNull(),
    onHandDelta: integer('on_hand_delta').notNull(),
    reservedDelta: integer('reserved_delta').notNull(),
    orderId: uuid('order_id'),
    note: text('note'),
    movedAt: timestamp('moved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('stock_movements_product_idx').on(table.productId, table.movementId),
    index('stock_movements_order_idx').on(table.orderId).where(sql`order_id is not null`),
    check('stock_movements_move_something', sql`${table.onHandDelta} <> 0 or ${table.reservedDelta} <> 0`),
  ],
);
