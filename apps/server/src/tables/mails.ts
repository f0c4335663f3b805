import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const mailState = pgEnum('mail_state', ['queued', 'sent', 'failed']);

/** The outbox: a mail is written here in the transaction of the change that it reports, and sent afterwards. */
export const mails = pgTable(
  'mails',
  {
    mailId: uuid('mail_id').primaryKey().defaultRandom(),
    kind: text('kind').notNull(),
    recipient: text('recipient').notNull(),
    /** The data for the template. */
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    /** Prevents a second mail about the same thing: `order-confirmed:ORDER`. */
    onceKey: text('once_key'),
    state: mailState('state').notNull().default('queued'),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    subject: text('subject'),
    html: text('html'),
    text: text('text'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp('sent_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('mails_once_key').on(table.onceKey),
    index('mails_created_at_idx').on(table.createdAt.desc().nullsFirst()),
    index('mails_recipient_idx').on(sql`lower(${table.recipient})`),
    index('mails_queued_idx').on(table.createdAt).where(sql`state = 'queued'`),
    check('mails_sent_has_time', sql`(${table.state} = 'sent') = (${table.sentAt} is not null)`),
  ],
);

export const newsletterState = pgEnum('newsletter_state', ['pending', 'confirmed', 'unsubscribed']);

/** Double opt-in: a subscription starts when its owner follows the link in the mail. */
export const newsletterSubscriptions = pgTable(
  'newsletter_subscriptions',
  {
    subscriptionId: uuid('subscription_id').primaryKey().defaultRandom(),
    email: text('email').notNull(),
    state: newsletterState('state').notNull().default('pending'),
    tokenHash: text('token_hash').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    confirmedAt: timestamp('confirmed_at', { withTimezone: true }),
    unsubscribedAt: timestamp('unsubscribed_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('newsletter_subscriptions_email_key').on(sql`lower(${table.email})`),
    uniqueIndex('newsletter_subscriptions_token_key').on(table.tokenHash),
    check(
      'newsletter_confirmed_has_time',
      sql`${table.state} <> 'confirmed' or ${table.confirmedAt} is not null`,
    ),
  ],
);
