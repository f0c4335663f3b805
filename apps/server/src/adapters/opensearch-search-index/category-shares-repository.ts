import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { categoryPoints } from '../search-reading/category-points.ts';

/** Returns the points of products for the popularity of their category, by its number. */
export async function findCategoryShares(db: Database): Promise<ReadonlyMap<number, number>> {
  const { rows } = await db.execute<{ category_id: number; ratings: number }>(sql`
    select category_id, sum(rating_count)::float8 as ratings from products
    where is_listed and category_id is not null group by category_id`);
  return categoryPoints(rows.map(({ category_id, ratings }) => [category_id, ratings] as const));
}
