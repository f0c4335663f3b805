import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

const utcPart = (name: string): SQL => sql.raw(`extract(${name} from "timestamp" at time zone 'UTC')`);

/** Where a review was written. The numbers of the product's meta already include the reviews of an import. */
export const reviewSource = pgEnum('review_source', ['shop', 'import']);

export const reviewStatus = pgEnum('review_status', ['pending', 'published', 'rejected']);

/** One review per user and product: the newest wins. Only a published one is shown and counts. */
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
    /** Addresses of pictures, as an import found them. */
    photos: text('photos').array().notNull().default(sql`'{}'`),
    helpfulVotes: integer('helpful_votes').notNull().default(0),
    verifiedPurchase: boolean('verified_purchase').notNull().default(false),
    source: reviewSource('source').notNull().default('shop'),
    status: reviewStatus('status').notNull().default('published'),
    moderatedBy: text('moderated_by'),
    moderatedAt: timestamp('moderated_at', { withTimezone: true }),
    moderationNote: text('moderation_note'),
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
    index('reviews_product_photos_idx')
      .on(table.productId, table.helpfulVotes.desc().nullsFirst(), table.reviewId.desc().nullsFirst())
      .where(sql`photos <> '{}'`),
    index('reviews_timestamp_idx').on(table.timestamp),
    index('reviews_pending_idx').on(table.reviewId).where(sql`status = 'pending'`),
    check('reviews_rating_range', sql`${table.rating} between 1 and 5`),
    check('reviews_helpful_votes_not_negative', sql`${table.helpfulVotes} >= 0`),
    check(
      'reviews_photos_form',
      sql`${table.photos} = '{}' or array_to_string(${table.photos}, ' ', ' ') ~ '^(https?://|/media/drawn/)\\S+( (https?://|/media/drawn/)\\S+)*$'`,
    ),
  ],
);

/** The users who found a review helpful. `reviews.helpful_votes` also includes votes of imported data. */
export const reviewVotes = pgTable(
  'review_votes',
  {
    reviewId: bigint('review_id', { mode: 'bigint' })
      .notNull()
      .references(() => reviews.reviewId, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    votedAt: timestamp('voted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.userId] }),
    index('review_votes_user_id_idx').on(table.userId),
  ],
);
