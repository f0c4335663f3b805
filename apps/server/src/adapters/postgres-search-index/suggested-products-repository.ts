import type { Database } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import type { SuggestedProduct, SuggestedText } from '../search-reading/suggest.ts';

const quoted = (word: string, weights: string): string => `'${word}'${weights}`;

function queryOf({ words, lastWords }: SuggestedText, weights: string): string {
  const last = lastWords.map((word) => quoted(word, weights)).join(' | ');
  return [...words.map((word) => quoted(word, weights)), `(${last})`].join(' & ');
}

/** From the best place down: the subject of the title, the whole title, all outside texts. */
const places = [':A', ':AB', ':ABC'] as const;

/** The most documents that are read, because a word of few titles may be in many descriptions. */
const mostDocuments = 2_000;

/** Finds first products about these words, then products with them in title, brand or category; the best known of each first. */
export async function findSuggested(
  db: Database,
  text: SuggestedText,
  limit: number,
): Promise<SuggestedProduct[]> {
  return read(db, text, {
    limit,
    documents: sql`where document @@ (select outside from query) limit ${mostDocuments}`,
  });
}

/** Searches only these products. */
export async function findSuggestedAmong(
  db: Database,
  text: SuggestedText,
  { limit, productIds }: { limit: number; productIds: readonly number[] },
): Promise<SuggestedProduct[]> {
  return read(db, text, { limit, documents: sql`where product_id = any(${productIds}::int[])` });
}

async function read(
  db: Database,
  text: SuggestedText,
  { limit, documents }: { limit: number; documents: Statement },
): Promise<SuggestedProduct[]> {
  const [subject, title, outside] = places.map((weights) => queryOf(text, weights)) as [
    string,
    string,
    string,
  ];
  const { rows } = await db.execute<SuggestedProduct>(sql`
     with query as materialized (
       select to_tsquery('kindred_search', ${subject}) as subject, to_tsquery('kindred_search', ${title}) as title,
         to_tsquery('kindred_search', ${outside}) as outside
     ),
     documents as materialized (select product_id, head from search_documents ${documents})
     select p.product_id as "productId", p.title, p.category_id as category
     from query q, documents d join products p using (product_id)
     where d.head @@ q.outside and p.is_listed
     order by case when d.head @@ q.subject then 0 when d.head @@ q.title then 1 else 2 end, p.rating_count desc, p.product_id desc limit ${limit}`);
  return rows;
}

/** Returns those of `lastWords` that a product has together with all of `words`. */
export async function findTogether(db: Database, { words, lastWords }: SuggestedText): Promise<string[]> {
  const others = words.map((word) => quoted(word, '')).join(' & ');
  const { rows } = await db.execute<{ word: string }>(sql`
    select word from unnest(${lastWords}::text[]) as word
     where exists (
       select from search_documents
       where document @@ (to_tsquery('kindred_search', ${others}) && plainto_tsquery('kindred_search', word)))`);
  return rows.map(({ word }) => word);
}
