/** @file Reads the listed products for the columns, and which of them changed. */
import type pg from 'pg';
import { withTransaction } from '../../platform/postgres/database.ts';
import type { CatalogRow } from './catalog-columns.ts';
import type { CategoryRow } from './category-tree.ts';

const batchSize = 20_000;

export interface ReadingPoint {
  /** Transactions from this one on may not have been seen. */
  readonly xmin: bigint;
  /** Of the server's clock. */
  readonly at: Date;
}

/** Everything that `work` reads is of one moment. */
export async function inSnapshot<Result>(
  pool: pg.Pool,
  work: (client: pg.ClientBase, point: ReadingPoint) => Promise<Result>,
): Promise<Result> {
  return withTransaction(
    { pool },
    async ({ client }) => {
      const { rows } = await client.query<{ xmin: string; at: Date }>(
        'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, now() as at',
      );
      return work(client, { xmin: BigInt(rows[0]!.xmin), at: rows[0]!.at });
    },
    { isolationLevel: 'repeatable read', isReadOnly: true, attempts: 1 },
  );
}

/**
 * Of the products after a number. Each table is told it: merged, they would be read from their start for every batch. A trigger
 * writes a document in the transaction of the change, so that its xmin says whether it is the one that was read.
 */
const selectRows = (after: string): string => `
  select p.product_id, p.category_id, p.brand, p.color, p.price_minor, p.currency, p.average_rating, p.rating_count,
    p.bayesian_rating, p.date_first_available - date '1970-01-01',
    p.price_minor is not null and coalesce(i.on_hand > i.reserved, false), d.xmin::text::float8
  from products p join search_documents d using (product_id)
    left join inventory i on i.product_id = p.product_id and i.product_id > ${after}
  where p.is_listed and p.product_id > ${after} and d.product_id > ${after}`;

type Columns = [
  number,
  number | null,
  string | null,
  string | null,
  number | null,
  string | null,
  number | null,
  number,
  number,
  number | null,
  boolean,
  number,
];

const rowOf = (columns: Columns): CatalogRow => ({
  productId: columns[0],
  categoryId: columns[1],
  brand: columns[2],
  color: columns[3],
  priceMinor: columns[4],
  currency: columns[5],
  averageRating: columns[6],
  ratingCount: columns[7],
  bayesianRating: columns[8],
  day: columns[9],
  isInStock: columns[10],
  documentVersion: columns[11],
});

/** All of them, a batch at a time. */
export async function* readProducts(client: pg.ClientBase): AsyncGenerator<CatalogRow[]> {
  for (let last = 0; ; ) {
    const { rows } = await client.query<Columns>({
      text: `${selectRows('$1')} order by p.product_id limit ${batchSize}`,
      values: [last],
      rowMode: 'array',
    });
    if (rows.length > 0) yield rows.map(rowOf);
    if (rows.length < batchSize) return;
    last = rows.at(-1)![0];
  }
}

export async function readProductsOf(
  client: pg.ClientBase,
  productIds: readonly number[],
): Promise<CatalogRow[]> {
  const { rows } = await client.query<Columns>({
    text: `${selectRows('0')} and p.product_id = any($1::int[])`,
    values: [productIds],
    rowMode: 'array',
  });
  return rows.map(rowOf);
}

export async function readChangedIds(client: pg.ClientBase, since: bigint): Promise<number[]> {
  const { rows } = await client.query<{ product_id: number }>(
    'select distinct product_id from search_changes where transaction_id >= $1::text::xid8',
    [since.toString()],
  );
  return rows.map((row) => row.product_id);
}

export async function readCategories(client: pg.ClientBase): Promise<CategoryRow[]> {
  const { rows } = await client.query<CategoryRow>(
    'select category_id as "categoryId", parent_id as "parentId", slug, name from categories order by category_id',
  );
  return rows;
}

export async function readSynonyms(client: pg.ClientBase): Promise<string[][]> {
  const { rows } = await client.query<{ words: string[] }>(
    'select words from search_synonyms order by synonyms_id',
  );
  return rows.map(({ words }) => words);
}
