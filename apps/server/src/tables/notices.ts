import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { products } from './products.ts';
import { users } from './users.ts';

export const noticeKind = pgEnum('notice_kind', ['back-in-stock', 'price-drop']);

/** Recipients of mails about products: a user at the address of their account, or an address without an account. */
export const noticeRecipients = pgTable(
  'notice_recipients',
  {
    recipientId: uuid('recipient_id').primaryKey().defaultRandom(),
    userId: text('user_id').references(() => users.userId, { onDelete: 'cascade' }),
    email: text('email'),
    /** Wants mails about every product on their wishlist. */
    watchesWishlist: boolean('watches_wishlist').notNull().default(false),
    /** The day, in UTC, of `mails_that_day`: the mails per day are limited. */
    mailedOn: date('mailed_on'),
    mailsThatDay: smallint('mails_that_day').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('notice_recipients_user_id_key').on(table.userId),
    uniqueIndex('notice_recipients_email_key').on(sql`lower(${table.email})`),
    check('notice_recipients_user_or_email', sql`num_nonnulls(user_id, email) = 1`),
    check(
      'notice_recipients_guests_have_no_list',
      sql`${table.userId} is not null or not ${table.watchesWishlist}`,
    ),
  ],
);

export const productNotices = pgTable(
  'product_notices',
  {
    noticeId: uuid('notice_id').primaryKey().defaultRandom(),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => noticeRecipients.recipientId, { onDelete: 'cascade' }),
    productId: integer('product_id')
      .notNull()
      .references(() => products.productId, { onDelete: 'cascade' }),
    kind: noticeKind('kind').notNull(),
    /** Created because of the wishlist and removed with it; the user did not ask for this product alone. */
    ofWishlist: boolean('of_wishlist').notNull().default(false),
    /** Back in stock: the product was out of stock after the last mail, so the next return is worth a mail. */
    wasGone: boolean('was_gone').notNull().default(false),
    /** Price drop: a price below this is a drop. Null: the product has not had a price yet. */
    priceMinor: integer('price_minor'),
    currency: char('currency', { length: 3 }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: the owner of the address has not confirmed it yet. */
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('product_notices_key').on(table.recipientId, table.productId, table.kind, table.ofWishlist),
    index('product_notices_product_id_idx').on(table.productId),
    index('product_notices_unconfirmed_idx').on(table.createdAt).where(sql`confirmed_at is null`),
    check(
      'product_notices_price_has_currency',
      sql`(${table.priceMinor} is null) = (${table.currency} is null)`,
    ),
  ],
);
