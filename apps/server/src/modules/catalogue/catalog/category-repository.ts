import type { Category } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { pictureAddress } from '../media/index.ts';

/**
 * Returns the whole tree, parents before children, with the number of products in and below each. The variants of a product count once. A
 * category has the first picture of its most rated product. A department, which stands beside such products, has the second picture of another kind's best:
 * in the demo, a scene.
 */
export async function findCategories(db: Database): Promise<Category[]> {
  const { rows } = await db.execute<Category>(sql`
    with recursive tree as (
      select category_id as root_id, category_id from categories
      union all
      select tree.root_id, c.category_id from categories c join tree on c.parent_id = tree.category_id
    ),
    shelves as (
      select c.category_id, inside.product_count from categories c cross join lateral (
        select (count(*) filter (where group_id is null) + count(distinct group_id))::int as product_count from products p where p.category_id = c.category_id and p.is_listed
      ) as inside
      where inside.product_count > 0
    ),
    counts as (
      select tree.root_id, sum(shelves.product_count)::int as product_count,
        (array_agg(best.product_id order by best.rating_count desc, best.product_id desc))[1] as best_id,
        (array_agg(best.product_id order by best.rating_count desc, best.product_id desc))[least(2, count(*)::int)] as typical_id
      from tree join shelves using (category_id) cross join lateral (
        select p.product_id, p.rating_count from products p
        where p.category_id = shelves.category_id and p.is_listed
        order by p.rating_count desc, p.product_id desc limit 1
      ) as best
      group by tree.root_id
    )
    select c.slug, c.name, parent.slug as parent_slug, coalesce(counts.product_count, 0) as product_count,
      (
        select ${pictureAddress(480)} from product_images
        where product_id = case when c.parent_id is null then counts.typical_id else counts.best_id end
        order by c.parent_id is null and position = 1 desc, position limit 1
      ) as image_url
    from categories c
    left join categories parent on parent.category_id = c.parent_id
    left join counts on counts.root_id = c.category_id
    order by c.slug`);
  return rows;
}
