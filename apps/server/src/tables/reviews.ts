import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

const utcPart = (name: string): SQL => sql.raw(`extract(${name} from "timestamp" at time zone 'UTC')`);

/** One review per user and product: the newest wins. */
export const reviews = pgTable(
  'reviews',
  {
    reviewId: bigint('review_id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId),
    rating: smallint('rating').notNull(),
    timestamp: timestamp('timestamp', { withTimezone: true }).notNull(),
    year: smallint('year').generatedAlwaysAs(() => utcPart('year')),
    month: smallint('month').generatedAlwaysAs(() => utcPart('month')),
    day: smallint('day').generatedAlwaysAs(() => utcPart('day')),
    hour: smallint('hour').generatedAlwaysAs(() => utcPart('hour')),
    minute: smallint('minute').generatedAlwaysAs(() => utcPart('minute')),
    title: text('title').notNull().default(''),
    text: text('text').notNull().default(''),
    helpfulVotes: integer('helpful_votes').notNull().default(0),
    verifiedPurchase: boolean('verified_purchase').notNull().default(false),
  },
  (table) => [
    uniqueIndex('reviews_user_id_product_id_key').on(table.userId, table.productId),
    index('reviews_product_helpful_idx').on(
      table.productId,
      table.helpfulVotes.desc().nullsFirst(),
      table.reviewId.desc().nullsFirst(),
    ),
    index('reviews_product_newest_idx').on(
      table.productId,
      table.timestamp.desc().nullsFirst(),
      table.reviewId.desc().nullsFirst(),
    ),
    index('reviews_timestamp_idx').on(table.timestamp),
    check('reviews_rating_range', sql`${table.rating} between 1 and 5`),
    check('reviews_helpful_votes_not_negative', sql`${table.helpfulVotes} >= 0`),
  ],
);
