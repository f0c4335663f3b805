import type { Facets, FacetValue } from '@kindred/contracts';
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';
import { allBut, type FilterName, inStock } from './product-filters.ts';

interface FacetRow extends Record<string, unknown> {
  facet: 'total' | 'in_stock' | 'category' | 'brand' | 'color' | 'rating' | 'price';
  value: string;
  label: string;
  count: number;
  min_minor: number | null;
  max_minor: number | null;
}

const valuesAFacet = 30;

/** Counts every facet exactly, in one query. */
export async function countFacets(
  db: Database,
  {
    text,
    conditions,
    parentSlug,
  }: { text: SQL; conditions: ReadonlyMap<FilterName, SQL>; parentSlug: string | undefined },
): Promise<{ facets: Facets; total: number }> {
  const flags = (['category', 'brand', 'color', 'price', 'rating', 'stock'] as const).map(
    (name) => sql`coalesce(${conditions.get(name) ?? sql`true`}, false) as ${sql.raw(`by_${name}`)}`,
  );
  const under = (left?: FilterName): SQL =>
    allBut(new Map([...conditions.keys()].map((name) => [name, sql.raw(`by_${name}`)])), left);
  const textual = (facet: 'brand' | 'color'): SQL => sql`
    (select ${facet}::text, ${sql.raw(facet)}, ${sql.raw(facet)}, count(*)::int, null::int, null::int
     from matched where ${under(facet)} and ${sql.raw(facet)} is not null
     group by ${sql.raw(facet)} order by count(*) desc, ${sql.raw(facet)} limit ${valuesAFacet})`;

  const { rows } = await db.execute<FacetRow>(sql`
    with recursive matched as materialized (
      select p.category_id, p.brand, p.color, p.price_minor, p.currency, p.average_rating,
        ${inStock} as is_in_stock, ${sql.join(flags, sql`, `)}
      from products p left join inventory i using (product_id)
      where ${text}
    ),
    shelves as (
      select category_id, slug, name, category_id as below from categories
      where ${
        parentSlug === undefined
          ? sql`parent_id is null`
          : sql`parent_id = (select category_id from categories where slug = ${parentSlug})`
      }
      union all
      select shelves.category_id, shelves.slug, shelves.name, c.category_id
      from categories c join shelves on c.parent_id = shelves.below
    )
    select 'total'::text as facet, '' as value, '' as label, count(*)::int as count,
      null::int as min_minor, null::int as max_minor from matched where ${under()}
    union all
    select 'in_stock', '', '', count(*)::int, null, null from matched where ${under('stock')} and is_in_stock
    union all
    select 'price', coalesce(min(currency), ''), '', count(*)::int, min(price_minor), max(price_minor)
    from matched where ${under('price')} and price_minor is not null
    union all
    select 'rating', floor.value::text, floor.value::text || ' and up', count(matched)::int, null, null
    from (values (4), (3), (2)) as floor (value)
    left join matched on average_rating >= floor.value and ${under('rating')}
    group by floor.value
    union all
    select 'category', shelves.slug, shelves.name, count(*)::int, null, null
    from shelves join matched on matched.category_id = shelves.below
    where ${under('category')}
    group by shelves.slug, shelves.name
    union all ${textual('brand')}
    union all ${textual('color')}`);

  const of = (facet: FacetRow['facet']) => rows.filter((row) => row.facet === facet);
  const values = (facet: FacetRow['facet']): FacetValue[] =>
    of(facet).map(({ value, label, count }) => ({ value, label, count }));
  const price = of('price')[0];
  return {
    total: of('total')[0].count,
    facets: {
      category: values('category').sort((a, b) => a.label.localeCompare(b.label)),
      brand: values('brand'),
      color: values('color'),
      rating: values('rating').sort((a, b) => Number(b.value) - Number(a.value)),
      price: {
        min_minor: price.min_minor,
        max_minor: price.max_minor,
        currency: price.value === '' ? null : price.value,
      },
      in_stock: of('in_stock')[0].count,
    },
  };
}
