import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

export const gender = pgEnum('gender', ['Male', 'Female', 'Other']);

/** Reviewers from a data set have no e-mail and no password: they can never log in. */
export const users = pgTable(
  'users',
  {
    userId: text('user_id').primaryKey(),
    firstName: text('first_name'),
    lastName: text('last_name'),
    email: text('email'),
    passwordHash: text('password_hash'),
    age: smallint('age'),
    gender: gender('gender'),
    address: text('address'),
    dateJoined: timestamp('date_joined', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('users_email_key').on(sql`lower(${table.email})`),
    index('users_date_joined_idx').on(table.dateJoined),
    check('users_user_id_length', sql`length(${table.userId}) between 1 and 128`),
    check('users_email_form', sql`${table.email} is null or ${table.email} like '%_@_%'`),
    check('users_age_range', sql`${table.age} is null or ${table.age} between 0 and 150`),
    check('users_password_needs_email', sql`${table.passwordHash} is null or ${table.email} is not null`),
  ],
);
