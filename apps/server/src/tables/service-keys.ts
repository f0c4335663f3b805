import { sql } from 'drizzle-orm';
import { check, customType, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { users } from './users.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The keys of machines that call the API. The key is shown once; only its hash is stored. */
export const serviceKeys = pgTable(
  'service_keys',
  {
    keyId: uuid('key_id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    /** The SHA-256 of the key, whose 256 random bits need no slow hash. */
    keyHash: bytea('key_hash').notNull(),
    /** The permissions that it grants, by the names that routes declare. */
    scopes: text('scopes').array().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    createdBy: text('created_by').references(() => users.userId, { onDelete: 'set null' }),
    /** Null: never. */
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('service_keys_key_hash_key').on(table.keyHash),
    check('service_keys_name', sql`length(${table.name}) between 1 and 100`),
    check('service_keys_scopes', sql`cardinality(${table.scopes}) > 0`),
    check('service_keys_hash_length', sql`length(${table.keyHash}) = 32`),
  ],
);
