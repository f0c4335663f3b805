import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import type { Shelf } from './count-products.ts';

export async function hasCategory(db: Database, slug: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select from categories where slug = ${slug}`);
  return rows.length > 0;
}

export interface CategoryName extends Shelf {
  /** The slug of its parent; empty for a department. */
  readonly parent: string;
  readonly categoryId: number;
  readonly parentName: string | null;
}

export async function readCategoryNames(db: Database): Promise<CategoryName[]> {
  const { rows } = await db.execute<CategoryName>(sql`
    select c.category_id as "categoryId", coalesce(p.slug, '') as parent, p.name as "parentName", c.slug, c.name
    from categories c left join categories p on p.category_id = c.parent_id`);
  return rows;
}
