import type pg from 'pg';

export interface SuggestedProduct {
  readonly productId: number;
  readonly title: string;
  readonly ratingCount: number;
}

/** A word of few titles may stand in many descriptions: so many are looked through, and no more. */
const mostDocuments = 2_000;

/** Products whose title, brand, colour or category has all of a query's words, the best known first. */
export async function findByHead(
  pool: pg.Pool,
  { query, limit }: { query: string; limit: number },
): Promise<SuggestedProduct[]> {
  const { rows } = await pool.query<SuggestedProduct>(
    `with query as materialized (select to_tsquery('kindred_search', $1) as query),
     documents as materialized (
       select product_id, head from search_documents where document @@ (select query from query) limit ${mostDocuments}
     )
     select p.product_id as "productId", p.title, p.rating_count as "ratingCount"
     from documents d join products p using (product_id)
     where d.head @@ (select query from query) and p.is_listed
     order by p.rating_count desc, p.product_id desc limit $2`,
    [query, limit],
  );
  return rows;
}

/** The same among these products alone. */
export async function findByHeadAmong(
  pool: pg.Pool,
  { query, limit, productIds }: { query: string; limit: number; productIds: readonly number[] },
): Promise<SuggestedProduct[]> {
  const { rows } = await pool.query<SuggestedProduct>(
    `with best as materialized (
       select d.product_id from search_documents d, to_tsquery('kindred_search', $1) as query
       where d.product_id = any($3::int[]) and d.head @@ query
     )
     select p.product_id as "productId", p.title, p.rating_count as "ratingCount"
     from best join products p using (product_id) where p.is_listed
     order by p.rating_count desc, p.product_id desc limit $2`,
    [query, limit, productIds],
  );
  return rows;
}

/** Those of the words that a product has together with all of the query's. */
export async function findTogether(
  pool: pg.Pool,
  { query, words }: { query: string; words: readonly string[] },
): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>(
    `select word from unnest($2::text[]) as word
     where exists (
       select from search_documents
       where document @@ (to_tsquery('kindred_search', $1) && plainto_tsquery('kindred_search', word)))`,
    [query, words],
  );
  return rows.map(({ word }) => word);
}
