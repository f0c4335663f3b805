import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';
import type { Shelf } from './facet-aggregations.ts';

export async function hasCategory(db: Database, slug: string): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from categories where slug = ${slug}`);
  return rows.length > 0;
}

/** Every category, by its parent's slug; departments by an empty one. */
export async function readShelves(db: Database): Promise<ReadonlyMap<string, readonly Shelf[]>> {
  const { rows } = await db.execute<{ parent: string; slug: string; name: string }>(sql`
    select coalesce(p.slug, '') as parent, c.slug, c.name
    from categories c left join categories p on p.category_id = c.parent_id`);
  return Map.groupBy(rows, ({ parent }) => parent);
}
