import type pg from 'pg';
import type { CategoryNode } from './category-path.ts';
import { copyRows, toArrayLiteral, toCopyLine } from './copy-rows.ts';
import type { ProductRow } from './product-row.ts';

export const productStaging = `create temp table import_products (
  line int not null, parent_asin text not null, title text not null, description text not null, features text[] not null,
  details jsonb not null, brand text, color text, main_category text, category_slug text, price_minor int, currency char(3),
  average_rating float8, rating_count int not null, date_first_available date, stock int, images jsonb not null)
  on commit delete rows`;

export interface ProductDefaults {
  currency: string;
  /** What a product that is for sale starts with. */
  stock: number;
}

/** Inside a transaction. Each product once. The file decides about everything but stock. */
export async function mergeProducts(
  client: pg.ClientBase,
  products: readonly ProductRow[],
  defaults: ProductDefaults,
): Promise<{ inserted: number; updated: number }> {
  await addCategories(client, products);
  await copyRows(
    client,
    'import_products',
    products.map((product, index) => toLine(product, index, defaults.currency)),
  );
  const updated = new Set((await client.query<{ id: number }>(updateProducts)).rows.map(({ id }) => id));
  const inserted = new Set((await client.query<{ id: number }>(insertProducts)).rows.map(({ id }) => id));
  for (const { id } of (await client.query<{ id: number }>(putImages)).rows) {
    if (!inserted.has(id)) updated.add(id);
  }
  await client.query(addStock, [defaults.stock]);
  return { inserted: inserted.size, updated: updated.size };
}

function toLine(product: ProductRow, line: number, currency: string): string {
  return toCopyLine([
    line,
    product.parentAsin,
    product.title,
    product.description,
    toArrayLiteral(product.features),
    JSON.stringify(product.details),
    product.brand,
    product.color,
    product.mainCategory,
    product.categories.at(-1)?.slug ?? null,
    product.priceMinor,
    product.priceMinor === null ? null : currency,
    product.averageRating,
    product.ratingCount,
    product.dateFirstAvailable,
    product.stock,
    JSON.stringify(product.images),
  ]);
}

/** Parents first: a child finds its parent by slug. */
async function addCategories(client: pg.ClientBase, products: readonly ProductRow[]): Promise<void> {
  const levels: Array<Map<string, CategoryNode>> = [];
  for (const { categories } of products) {
    categories.forEach((node, depth) => {
      levels[depth] ??= new Map();
      if (!levels[depth].has(node.slug)) levels[depth].set(node.slug, node);
    });
  }
  for (const level of levels) {
    await client.query(
      `insert into categories (parent_id, name, slug)
       select parent.category_id, n.name, n.slug
       from json_to_recordset($1) as n(slug text, "parentSlug" text, name text)
       left join categories parent on parent.slug = n."parentSlug"
       where not exists (select from categories c where c.slug = n.slug)
       on conflict (slug) do nothing`,
      [JSON.stringify([...level.values()])],
    );
  }
}

/** What the file says next to what the table says; a product with reviews of our own keeps the rating that those give it. */
const wanted = `
  select s.line, p.product_id, s.parent_asin, s.title, s.description, s.features, s.details, s.brand, s.color, s.main_category,
    c.category_id, s.price_minor, s.currency, s.date_first_available,
    case when own.reviewed then p.average_rating else s.average_rating end as average_rating,
    case when own.reviewed then p.rating_count else s.rating_count end as rating_count,
    -- A stub is called by its own number; a product that a person took off the shelf stays off it.
    coalesce(p.is_listed or p.title = p.parent_asin, true) as is_listed
  from import_products s
  left join categories c on c.slug = s.category_slug
  left join products p on p.parent_asin = s.parent_asin
  cross join lateral (select exists (select from reviews r where r.product_id = p.product_id and r.status = 'published') as reviewed) own`;

const columns = [
  'title',
  'description',
  'features',
  'details',
  'brand',
  'color',
  'main_category',
  'category_id',
  'price_minor',
  'currency',
  'average_rating',
  'rating_count',
  'date_first_available',
  'is_listed',
];
const listed = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ');

const updateProducts = `
  with wanted as materialized (${wanted})
  update products p set ${columns.map((column) => `${column} = w.${column}`).join(', ')}, updated_at = now()
  from wanted w
  where p.product_id = w.product_id and (${listed('p')}) is distinct from (${listed('w')})
  returning p.product_id as id`;

const insertProducts = `
  with wanted as materialized (${wanted})
  insert into products (parent_asin, ${columns.join(', ')})
  select w.parent_asin, ${listed('w')} from wanted w where w.product_id is null order by w.line
  on conflict (parent_asin) do nothing
  returning product_id as id`;

const putImages = `
  with staged as materialized (
    select p.product_id, s.images from import_products s join products p using (parent_asin)
  ), wanted as (
    select s.product_id, (i.number - 1)::int as position, i.image ->> 'url' as url, i.image ->> 'largeUrl' as large_url,
      i.image ->> 'variant' as variant
    from staged s cross join lateral jsonb_array_elements(s.images) with ordinality as i(image, number)
  ), removed as (
    delete from product_images i using staged s
    where i.product_id = s.product_id and i.position >= jsonb_array_length(s.images)
    returning i.product_id
  ), changed as (
    update product_images i set url = w.url, large_url = w.large_url, variant = w.variant
    from wanted w
    where i.product_id = w.product_id and i.position = w.position
      and (i.url, i.large_url, i.variant) is distinct from (w.url, w.large_url, w.variant)
    returning i.product_id
  ), added as (
    insert into product_images (product_id, position, url, large_url, variant)
    select * from wanted w
    where not exists (select from product_images i where i.product_id = w.product_id and i.position = w.position)
    on conflict (product_id, position) do nothing
    returning product_id
  )
  select product_id as id from removed union select product_id from changed union select product_id from added`;

const addStock = `
  insert into inventory (product_id, on_hand)
  select p.product_id, coalesce(s.stock, $1)
  from import_products s join products p using (parent_asin)
  where (s.price_minor is not null or s.stock is not null)
    and not exists (select from inventory i where i.product_id = p.product_id)
  on conflict (product_id) do nothing`;
