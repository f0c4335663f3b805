import type { Brand } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** Returns the brands of listed products whose names are nearest to a text: the same ones first, then the most alike. */
export async function findBrandsLike(
  db: Database,
  { like, limit }: { like: string; limit: number },
): Promise<Brand[]> {
  const { rows } = await db.execute<Brand>(sql`
    with brands as (
      select brand as name, (count(*) filter (where group_id is null) + count(distinct group_id))::int as product_count,
        lower(unaccent(brand)) = lower(unaccent(${like})) as is_same,
        similarity(search_plain(brand), search_plain(${like})) as likeness
      from products where is_listed and brand is not null
      group by brand
    )
    select name, product_count, is_same from brands
    where is_same or likeness >= 0.3
    order by is_same desc, likeness desc, product_count desc, name limit ${limit}`);
  return rows;
}
