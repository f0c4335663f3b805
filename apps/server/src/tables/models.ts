import { sql } from 'drizzle-orm';
import {
  char,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export const modelStatus = pgEnum('model_status', ['candidate', 'active', 'shadow', 'retired', 'rejected']);

export const models = pgTable(
  'models',
  {
    /** `lightgcn-20261031T120000Z-1a2b3c4d`: kind, time of training, start of the artefact's hash. */
    modelVersion: text('model_version').primaryKey(),
    kind: text('kind').notNull(),
    status: modelStatus('status').notNull().default('candidate'),
    manifest: jsonb('manifest').$type<Record<string, unknown>>().notNull(),
    graphHash: char('graph_hash', { length: 64 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    promotedAt: timestamp('promoted_at', { withTimezone: true }),
    promotedBy: text('promoted_by'),
    /** Why a candidate was rejected. */
    note: text('note'),
  },
  (table) => [
    uniqueIndex('models_one_active').on(table.status).where(sql`status = 'active'`),
    index('models_created_at_idx').on(table.createdAt),
    check('models_version_form', sql`${table.modelVersion} ~ '^[a-z0-9-]+-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$'`),
    check('models_active_was_promoted', sql`${table.status} <> 'active' or ${table.promotedAt} is not null`),
  ],
);
