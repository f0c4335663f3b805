import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import type { Shelf } from './facet-aggregations.ts';

export async function hasCategory(db: Database, slug: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from categories where slug = ${slug}`);
  return rows.length > 0;
}

export interface CategoryName extends Shelf {
  /** Slug of its parent; empty: it is a department. */
  readonly parent: string;
  readonly categoryId: number;
  readonly parentName: string | null;
}

/** Ratings of its own listed products together. */
export async function readCategoryRatings(
  db: Database,
): Promise<(readonly [categoryId: number, ratings: number])[]> {
  const { rows } = await db.execute<{ category_id: number; ratings: number }>(sql`
    select category_id, sum(rating_count)::float8 as ratings from products
    where is_listed and category_id is not null group by category_id`);
  return rows.map(({ category_id, ratings }) => [category_id, ratings]);
}

export async function readCategoryNames(db: Database): Promise<CategoryName[]> {
  const { rows } = await db.execute<CategoryName>(sql`
    select c.category_id as "categoryId", coalesce(p.slug, '') as parent, p.name as "parentName", c.slug, c.name
    from categories c left join categories p on p.category_id = c.parent_id`);
  return rows;
}
