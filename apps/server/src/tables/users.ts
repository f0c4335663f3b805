import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  check,
  index,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

export const gender = pgEnum('gender', ['Male', 'Female', 'Other']);
export const userRole = pgEnum('user_role', ['shopper', 'admin']);

/** Reviewers from a data set have no email and no password, whatever their columns say: they can never log in. */
export const users = pgTable(
  'users',
  {
    userId: text('user_id').primaryKey(),
    firstName: text('first_name'),
    lastName: text('last_name'),
    email: text('email'),
    passwordHash: text('password_hash'),
    /** Earlier verified addresses. Mails that were sent to them are deleted with the account. */
    formerEmails: text('former_emails').array().notNull().default([]),
    emailVerifiedAt: timestamp('email_verified_at', { withTimezone: true }),
    /** The address in a data set. The shop sends no mail there, and a person who registers with it gets a new account. */
    importedEmail: text('imported_email'),
    role: userRole('role').notNull().default('shopper'),
    age: smallint('age'),
    gender: gender('gender'),
    address: text('address'),
    dateJoined: timestamp('date_joined', { withTimezone: true }).notNull().defaultNow(),
    /** From the data set. Otherwise the date of the first review is the date of joining. */
    dateJoinedIsImported: boolean('date_joined_is_imported').notNull().default(false),
    /** When the person deleted their account. The row stays without personal data, because other rows refer to it. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
    /** When the person opted out of personal recommendations. */
    optedOutAt: timestamp('opted_out_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('users_email_key').on(sql`lower(${table.email})`),
    index('users_date_joined_idx').on(table.dateJoined),
    check('users_user_id_length', sql`length(${table.userId}) between 1 and 128`),
    check('users_email_form', sql`${table.email} is null or ${table.email} like '%_@_%'`),
    check('users_age_range', sql`${table.age} is null or ${table.age} between 0 and 150`),
    check(
      'users_erased_holds_nothing',
      sql`${table.erasedAt} is null or num_nonnulls(email, password_hash, first_name, last_name, age, gender, address, imported_email) = 0 and former_emails = '{}'`,
    ),
    check(
      'users_imported_email_is_no_account',
      sql`${table.importedEmail} is null or num_nonnulls(email, password_hash) = 0`,
    ),
    check('users_password_needs_email', sql`${table.passwordHash} is null or ${table.email} is not null`),
  ],
);

/** One log-in on one device. Its refresh tokens are a family: the second use of a token ends the session. */
export const sessions = pgTable(
  'sessions',
  {
    sessionId: uuid('session_id').primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    revokedBecause: text('revoked_because'),
    /** A description such as “Firefox on Windows”, by which the owner recognises the device. */
    device: text('device'),
    /** The first part of the IP address of its last use. */
    network: text('network'),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('sessions_user_id_idx').on(table.userId),
    index('sessions_expires_at_idx').on(table.expiresAt),
  ],
);

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    /** SHA-256, in hexadecimal: only the holder has the token itself. */
    tokenHash: char('token_hash', { length: 64 }).primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.sessionId, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    usedAt: timestamp('used_at', { withTimezone: true }),
  },
  (table) => [index('refresh_tokens_session_id_idx').on(table.sessionId)],
);

export const mailTokenPurpose = pgEnum('mail_token_purpose', [
  'verify-email',
  'reset-password',
  'log-in',
  'change-email',
]);

/** The token of a link in a mail; valid once. */
export const mailTokens = pgTable(
  'mail_tokens',
  {
    tokenHash: char('token_hash', { length: 64 }).primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    purpose: mailTokenPurpose('purpose').notNull(),
    /** The address that the link was sent to. */
    email: text('email').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    usedAt: timestamp('used_at', { withTimezone: true }),
    /** The session that requested it. */
    sessionId: uuid('session_id').references(() => sessions.sessionId, { onDelete: 'set null' }),
  },
  (table) => [
    index('mail_tokens_user_id_idx').on(table.userId),
    index('mail_tokens_expires_at_idx').on(table.expiresAt),
    index('mail_tokens_session_id_idx').on(table.sessionId).where(sql`session_id is not null`),
  ],
);

/** Limits of attempts: the time at which all attempts are available again. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    fullAt: timestamp('full_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('rate_limits_full_at_idx').on(table.fullAt)],
);

/** The address book of a user. An order has its own copy of an address. */
export const addresses = pgTable(
  'addresses',
  {
    addressId: uuid('address_id').primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .references(() => users.userId, { onDelete: 'cascade' }),
    fullName: text('full_name').notNull(),
    line1: text('line1').notNull(),
    line2: text('line2').notNull().default(''),
    city: text('city').notNull(),
    region: text('region').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    country: char('country', { length: 2 }).notNull(),
    phone: text('phone').notNull().default(''),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('addresses_user_id_idx').on(table.userId, table.createdAt),
    uniqueIndex('addresses_one_default').on(table.userId).where(sql`is_default`),
    check('addresses_country_form', sql`${table.country} ~ '^[A-Z]{2}$'`),
  ],
);
