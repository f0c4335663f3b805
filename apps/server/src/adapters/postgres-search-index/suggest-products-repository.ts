import type pg from 'pg';
import type { SuggestedProduct, SuggestedText } from '../search-reading/suggest.ts';

const quoted = (word: string, weights: string): string => `'${word}'${weights}`;

function queryOf({ words, lastWords }: SuggestedText, weights: string): string {
  const last = lastWords.map((word) => quoted(word, weights)).join(' | ');
  return [...words.map((word) => quoted(word, weights)), `(${last})`].join(' & ');
}

/** From the best on: in what a title is about, in the rest of it, on the outside. */
const places = [':A', ':AB', ':ABC'] as const;

/** A word of few titles may stand in many descriptions: so many are looked through, and no more. */
const mostDocuments = 2_000;

/** What is about the words first, then what has them in its title, its brand or category; the best known of each first. */
export async function findSuggested(
  pool: pg.Pool,
  text: SuggestedText,
  limit: number,
): Promise<SuggestedProduct[]> {
  return read(pool, text, {
    limit,
    documents: `where document @@ (select outside from query) limit ${mostDocuments}`,
    values: [],
  });
}

/** The same among these products alone. */
export async function findSuggestedAmong(
  pool: pg.Pool,
  text: SuggestedText,
  { limit, productIds }: { limit: number; productIds: readonly number[] },
): Promise<SuggestedProduct[]> {
  return read(pool, text, { limit, documents: 'where product_id = any($5::int[])', values: [productIds] });
}

async function read(
  pool: pg.Pool,
  text: SuggestedText,
  { limit, documents, values }: { limit: number; documents: string; values: unknown[] },
): Promise<SuggestedProduct[]> {
  const { rows } = await pool.query<SuggestedProduct>(
    `with query as materialized (
       select to_tsquery('kindred_search', $1) as subject, to_tsquery('kindred_search', $2) as title, to_tsquery('kindred_search', $3) as outside
     ),
     documents as materialized (select product_id, head from search_documents ${documents})
     select p.product_id as "productId", p.title, p.category_id as category
     from query q, documents d join products p using (product_id)
     where d.head @@ q.outside and p.is_listed
     order by case when d.head @@ q.subject then 0 when d.head @@ q.title then 1 else 2 end, p.rating_count desc, p.product_id desc limit $4`,
    [...places.map((weights) => queryOf(text, weights)), limit, ...values],
  );
  return rows;
}

/** Those of the words that a product has together with all of the others. */
export async function findTogether(pool: pg.Pool, { words, lastWords }: SuggestedText): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>(
    `select word from unnest($2::text[]) as word
     where exists (
       select from search_documents
       where document @@ (to_tsquery('kindred_search', $1) && plainto_tsquery('kindred_search', word)))`,
    [words.map((word) => quoted(word, '')).join(' & '), lastWords],
  );
  return rows.map(({ word }) => word);
}
