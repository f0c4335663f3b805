import type { ProductList, ProductQuery } from '@kindred/contracts';
import { sql } from 'drizzle-orm';
import { type CursorValue, decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { catalogProblem } from './catalog-errors.ts';
import { findCategoryIds } from './category-repository.ts';
import { countFacets } from './product-facets.ts';
import { allBut, filterConditions, textCondition } from './product-filters.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './product-row.ts';
import { sortOrder } from './product-sorts.ts';

/**
 * A page of listed products with facets and the whole number of matches.
 * @throws ProblemError `category-not-found`, `invalid-cursor`
 */
export async function listProducts(db: Database, query: ProductQuery): Promise<ProductList> {
  const text = query.q?.trim() || undefined;
  const categoryIds = query.category === undefined ? undefined : await findCategoryIds(db, query.category);
  if (categoryIds?.length === 0)
    throw catalogProblem('category-not-found', `No category “${query.category}”.`);

  const matches = textCondition(text);
  const conditions = filterConditions(query, categoryIds);
  const order = sortOrder(query.sort, text);
  const limit = query.limit ?? 24;
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, [order.form, 'int4']);

  const beyond = after
    ? sql`and (${order.key}, p.product_id) ${sql.raw(order.direction === 'asc' ? '>' : '<')} (${after[0]}::${order.type}, ${after[1]}::int)`
    : sql``;
  const direction = sql.raw(order.direction);
  const [page, { facets, total }] = await Promise.all([
    db.execute<SummaryRow & { sort_key: CursorValue }>(sql`
      select ${summaryColumns}, ${order.form === 'date' ? sql`${order.key}::text` : order.key} as sort_key
      from products p left join inventory i using (product_id)
      where ${matches} and ${allBut(conditions)} ${beyond}
      order by ${order.key} ${direction}, p.product_id ${direction}
      limit ${limit + 1}`),
    countFacets(db, { text: matches, conditions, parentSlug: query.category }),
  ]);

  const rows = page.rows.slice(0, limit);
  const last = rows.at(-1);
  return {
    items: rows.map(summaryOf),
    facets,
    total,
    next_cursor: last && page.rows.length > limit ? encodeCursor([last.sort_key, last.product_id]) : null,
  };
}
