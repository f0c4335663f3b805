/** @file The tables of an export, each with its columns and its rows up to a time. */
import type { ParquetType } from '../../../platform/parquet-file.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { likedInteractions } from '../interactions/index.ts';

export interface ExportedTable {
  readonly name: string;
  /** In the order of the rows' values. */
  readonly columns: Readonly<Record<string, ParquetType>>;
  /** Declares the cursor `exported`, whose column `row` is a JSON array of a row's values. */
  readonly declare: (until: string) => Statement;
}

/** The columns that say who it was. */
export const personColumns: ReadonlySet<string> = new Set(['user_id', 'visitor_id']);

const ms = (column: Statement) => sql`(extract(epoch from ${column}) * 1000)::float8`;

export const exportedTables: readonly ExportedTable[] = [
  {
    name: 'exposures',
    columns: {
      request_id: 'STRING',
      position: 'INT32',
      product_id: 'INT32',
      visitor_id: 'STRING',
      user_id: 'STRING',
      model_version: 'STRING',
      variant: 'STRING',
      slot: 'STRING',
      source: 'STRING',
      score: 'DOUBLE',
      shown_at: 'TIMESTAMP',
      seen_at: 'TIMESTAMP',
    },
    declare: (until) => sql`
      declare exported no scroll cursor for
      select json_build_array(request_id, position, product_id, visitor_id, user_id, model_version, variant, slot, source, score,
        ${ms(sql`shown_at`)}, case when seen_at <= ${until}::timestamptz then ${ms(sql`seen_at`)} end)::text as row
      from exposed_cards where shown_at <= ${until}::timestamptz order by shown_at, request_id, position`,
  },
  {
    name: 'events',
    columns: {
      event_id: 'INT64',
      visitor_id: 'STRING',
      user_id: 'STRING',
      kind: 'STRING',
      product_id: 'INT32',
      query: 'STRING',
      request_id: 'STRING',
      position: 'INT32',
      search_id: 'STRING',
      actor: 'STRING',
      occurred_at: 'TIMESTAMP',
    },
    declare: (until) => sql`
      declare exported no scroll cursor for
      select json_build_array(event_id, visitor_id, user_id, kind, product_id, query, request_id, position, search_id, actor,
        ${ms(sql`occurred_at`)})::text as row
      from events where occurred_at <= ${until}::timestamptz order by occurred_at, event_id`,
  },
  {
    name: 'attributions',
    columns: {
      kind: 'STRING',
      touch: 'STRING',
      touched_at: 'TIMESTAMP',
      request_id: 'STRING',
      position: 'INT32',
      slot: 'STRING',
      source: 'STRING',
      model_version: 'STRING',
      variant: 'STRING',
      product_id: 'INT32',
      taken_product_id: 'INT32',
      order_id: 'STRING',
      quantity: 'INT32',
      refunded_quantity: 'INT32',
      revenue_minor: 'INT64',
      currency: 'STRING',
      taken_at: 'TIMESTAMP',
    },
    declare: (until) => sql`
      declare exported no scroll cursor for
      select json_build_array(kind, touch, ${ms(sql`touched_at`)}, request_id, position, slot, source, model_version, variant, product_id,
        taken_product_id, order_id, quantity, refunded_quantity, revenue_minor, currency, ${ms(sql`taken_at`)})::text as row
      from attributions where taken_at <= ${until}::timestamptz order by attribution_id`,
  },
  {
    name: 'feedback',
    columns: {
      user_id: 'STRING',
      visitor_id: 'STRING',
      kind: 'STRING',
      product_id: 'INT32',
      brand: 'STRING',
      category_id: 'INT32',
      given_at: 'TIMESTAMP',
    },
    declare: (until) => sql`
      declare exported no scroll cursor for
      select json_build_array(user_id, visitor_id, kind, product_id, brand, category_id, ${ms(sql`given_at`)})::text as row
      from feedback where given_at <= ${until}::timestamptz order by feedback_id`,
  },
  {
    name: 'interactions',
    columns: {
      user_id: 'STRING',
      item_id: 'INT32',
      product_id: 'INT32',
      deed: 'STRING',
      at: 'TIMESTAMP',
    },
    declare: (until) => sql`
      declare exported no scroll cursor for
      select json_build_array(user_id, item_id, product_id, deed, ${ms(sql`at`)})::text as row
      from (${likedInteractions}) as liked where at <= ${until}::timestamptz order by user_id, at, product_id`,
  },
];
