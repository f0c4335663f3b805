import type { ProductSort } from '@kindred/contracts';
import { type SQL, sql } from 'drizzle-orm';
import type { CursorForm } from '../../platform/http/cursor.ts';

interface SortOrder {
  /** Never null, so that a row can be compared with the cursor's. */
  readonly key: SQL;
  readonly direction: 'asc' | 'desc';
  readonly form: CursorForm;
  /** SQL type of `key`, for the cursor's value. */
  readonly type: SQL;
}

/** Each but `relevance` is the expression of an index in `tables/products.ts`. */
const columnSorts = {
  popularity: { key: sql`p.rating_count`, direction: 'desc', form: 'int4', type: sql`int` },
  rating: { key: sql`p.bayesian_rating`, direction: 'desc', form: 'float', type: sql`float8` },
  newest: {
    key: sql`coalesce(p.date_first_available, '0001-01-01')`,
    direction: 'desc',
    form: 'date',
    type: sql`date`,
  },
  price_asc: {
    key: sql`coalesce(p.price_minor, 2147483647)`,
    direction: 'asc',
    form: 'int4',
    type: sql`int`,
  },
  price_desc: { key: sql`coalesce(p.price_minor, -1)`, direction: 'desc', form: 'int4', type: sql`int` },
} satisfies Record<Exclude<ProductSort, 'relevance'>, SortOrder>;

/** Sorting by relevance asks for a text; without one the most popular come first. */
export function sortOrder(sort: ProductSort | undefined, text: string | undefined): SortOrder {
  const chosen = sort ?? (text === undefined ? 'popularity' : 'relevance');
  if (chosen !== 'relevance') return columnSorts[chosen];
  if (text === undefined) return columnSorts.popularity;
  return {
    key: sql`(ts_rank_cd(p.search_text, websearch_to_tsquery('english', ${text}))
      + word_similarity(lower(${text}), lower(p.title)))::float8`,
    direction: 'desc',
    form: 'float',
    type: sql`float8`,
  };
}
