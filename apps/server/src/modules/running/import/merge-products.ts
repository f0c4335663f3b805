import type { Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { ImportBatch } from './batch.ts';
import type { CategoryNode } from './category-path.ts';
import { copyBatch } from './copy-batch.ts';
import type { DerivedColumn } from './derived-columns.ts';
import { mergeGroups } from './merge-groups.ts';
import { mergeSales } from './merge-sales.ts';
import { type ProductFacts, productSaid } from './product-format.ts';
import type { Reject } from './rejects-file.ts';

export const productStaging = sql`create temp table import_products (
  line int not null, said int not null, imported_id text, rating_bin text, parent_asin text not null, group_asin text, title text, description text not null, features text[] not null,
  details jsonb not null, attributes jsonb not null, main_category text, category_slug text, price_minor int, currency char(3),
  sale_minor int, sale_currency char(3), sale_starts_at timestamptz, sale_ends_at timestamptz,
  average_rating float8, rating_count int not null, date_first_available date, stock int, images jsonb not null)
  on commit delete rows`;

/** Merges a batch in which each product is unique, inside a transaction. The file sets every value for which it has a column, except stock. */
export async function mergeProducts(
  tx: Transaction,
  { copy, facts }: Pick<ImportBatch<ProductFacts>, 'copy' | 'facts'>,
  /** `stock`: the initial stock of a product for sale; `optionCodes`: the attributes in which variants may differ, in the order of choice. */
  { stock, optionCodes }: { stock: number; optionCodes: readonly string[] },
): Promise<{
  inserted: number;
  updated: number;
  /** The ids of the updated products. */
  changed: Set<number>;
  derived: DerivedColumn[];
  rejects: Reject[];
}> {
  for (const level of facts.categoryLevels) await addCategories(tx, level);
  await copyBatch(tx, 'import_products', copy);
  if (facts.hasImportedIds) for (const statement of freeImportedIds) await tx.execute(statement);
  const updated = new Set((await tx.execute<{ id: number }>(updateProducts)).rows.map(({ id }) => id));
  const { rows: inserted } = await tx.execute<{ id: number }>(insertProducts);
  const ids = inserted.map(({ id }) => id);
  await tx.execute(addImages(ids));
  for (const { id } of (await tx.execute<{ id: number }>(putImages(ids))).rows) updated.add(id);
  if (facts.hasGroups)
    for (const id of await mergeGroups(tx, optionCodes)) if (!ids.includes(id)) updated.add(id);
  if (facts.hasSales) for (const id of await mergeSales(tx)) if (!ids.includes(id)) updated.add(id);
  await tx.execute(addStock(stock));
  if (facts.hasImportedIds) await tx.execute(putImportedIds);
  const derived = facts.hasRatingBins ? (await tx.execute<DerivedColumn>(compareRatingBins)).rows : [];
  const rejects = facts.untitled.length > 0 ? await findUnknown(tx, facts.untitled) : [];
  return { inserted: inserted.length, updated: updated.size, changed: updated, derived, rejects };
}

/** A new product needs a title. */
async function findUnknown(tx: Transaction, untitled: ProductFacts['untitled']): Promise<Reject[]> {
  const { rows } = await tx.execute<{ parent_asin: string }>(sql`
    select parent_asin from unnest(${untitled.map(({ parentAsin }) => parentAsin)}::text[]) as untitled(parent_asin)
    where not exists (select from products p where p.parent_asin = untitled.parent_asin)`);
  const unknown = new Set(rows.map(({ parent_asin }) => parent_asin));
  return untitled
    .filter(({ parentAsin }) => unknown.has(parentAsin))
    .map(({ parentAsin, line }) => ({
      line,
      reason: 'title is missing, and the product does not exist yet',
      raw: JSON.stringify({ parent_asin: parentAsin }),
    }));
}

/** Adds one level of categories. A child finds its parent by slug. */
async function addCategories(tx: Transaction, level: readonly CategoryNode[]): Promise<void> {
  await tx.execute(sql`
     insert into categories (parent_id, name, slug)
     select parent.category_id, n.name, n.slug
     from json_to_recordset(${JSON.stringify(level)}) as n(slug text, "parentSlug" text, name text)
     left join categories parent on parent.slug = n."parentSlug"
     where not exists (select from categories c where c.slug = n.slug)
     on conflict (slug) do nothing`);
}

const isSaid = (value: keyof typeof productSaid.bits): Statement =>
  sql`s.said & ${productSaid.bits[value]} <> 0`;

/** Keeps the stored value if the file has no column for it. A new product has no stored value. */
const kept = (
  value: keyof typeof productSaid.bits,
  said: string,
  stored = said.replace(/^[sc]\./, 'p.'),
): Statement =>
  sql`case when ${isSaid(value)} or p.product_id is null then ${sql.raw(said)} else ${sql.raw(stored)} end`;

const averageRating = kept('averageRating', 's.average_rating', 'p.meta_average_rating');

/** The stored attributes, overwritten by those in the file, without those that the file clears. */
const attributes = sql`(
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(coalesce(p.attributes, '{}') || s.attributes) where value <> '[]')`;

/** Files have the price without the sale. */
const regularPrice = 'coalesce(p.regular_price_minor, p.price_minor)';

/** The values of the file, joined with the stored products. */
const wanted = sql`
  select s.line, p.product_id, s.parent_asin, ${kept('title', 's.title')} as title, ${kept('description', 's.description')} as description,
    ${kept('features', 's.features')} as features, ${kept('details', 's.details')} as details,
    ${attributes} as attributes, ${kept('mainCategory', 's.main_category')} as main_category,
    -- A product without a path is in its main category, unless it already has a more exact one.
    coalesce(${kept('categories', 'c.category_id')}, c.category_id) as category_id,
    ${kept('price', 's.price_minor', regularPrice)} as price_minor, ${kept('price', 's.currency')} as currency,
    ${kept('dateFirstAvailable', 's.date_first_available')} as date_first_available, ${averageRating} as meta_average_rating,
    case when ${averageRating} is null then 0 else ${kept('ratingCount', 's.rating_count', 'p.meta_rating_count')} end
      as meta_rating_count,
    -- A stub's title is its own number. A product that a person unlisted stays unlisted.
    coalesce(p.is_listed or (p.title = p.parent_asin and s.title is not null), true) as is_listed
  from import_products s
  left join categories c on c.slug = s.category_slug
  left join products p on p.parent_asin = s.parent_asin`;

/** If several products of a batch have the same number, the last one gets it. */
const numbered = sql`(
  select distinct on (imported_id) imported_id, parent_asin from import_products
  where imported_id is not null order by imported_id, line desc) s`;

/** If reviews came first and created a stub for the number, the stub becomes the product. A product of another data set loses the number. */
const freeImportedIds = [
  sql`update products p set parent_asin = s.parent_asin, title = s.parent_asin from ${numbered}
   where p.imported_id = s.imported_id and p.parent_asin = s.imported_id and not p.is_listed and p.title = p.parent_asin
     and not exists (select from products other where other.parent_asin = s.parent_asin)`,
  sql`update products p set imported_id = null from ${numbered}
   where p.imported_id = s.imported_id and p.parent_asin <> s.parent_asin`,
];

const putImportedIds = sql`
  update products p set imported_id = s.imported_id from ${numbered}
  where p.parent_asin = s.parent_asin and p.imported_id is distinct from s.imported_id`;

const compareRatingBins = sql`
  with compared as (
    select s.line, s.parent_asin, s.rating_bin as said, p.rating_bin::text as derived
    from import_products s join products p using (parent_asin) where s.rating_bin is not null
  )
  select 'rating_bin' as column, count(*)::int as compared,
    count(*) filter (where lower(said) is distinct from lower(derived))::int as different,
    (select parent_asin || ' says ' || said || ', derived is ' || coalesce(derived, 'none') from compared
      where lower(said) is distinct from lower(derived) order by line limit 1) as example
  from compared having count(*) > 0`;

const columns = [
  'title',
  'description',
  'features',
  'details',
  'attributes',
  'main_category',
  'category_id',
  'price_minor',
  'currency',
  'meta_average_rating',
  'meta_rating_count',
  'date_first_available',
  'is_listed',
];
const listed = (alias: string): Statement =>
  sql.raw(columns.map((column) => `${alias}.${column}`).join(', '));
const stored = sql.raw(
  columns
    .map((column) => `p.${column}`)
    .join(', ')
    .replace('p.price_minor', regularPrice),
);

const updateProducts = sql`
  with wanted as materialized (${wanted})
  update products p set ${sql.raw(columns.map((column) => `${column} = w.${column}`).join(', '))}, regular_price_minor = null, updated_at = now()
  from wanted w
  where p.product_id = w.product_id and (${stored}) is distinct from (${listed('w')})
  returning p.product_id as id`;

const insertProducts = sql`
  with wanted as materialized (${wanted})
  insert into products (parent_asin, ${sql.raw(columns.join(', '))})
  select w.parent_asin, ${listed('w')} from wanted w where w.product_id is null and w.title is not null order by w.line
  on conflict (parent_asin) do nothing
  returning product_id as id`;

/** Adds the pictures of new products. */
const addImages = (ids: readonly number[]): Statement => sql`
  insert into product_images (product_id, position, url, large_url, variant)
  select p.product_id, i.number - 1, i.image ->> 'url', i.image ->> 'largeUrl', i.image ->> 'variant'
  from import_products s join products p using (parent_asin)
    cross join lateral jsonb_array_elements(s.images) with ordinality as i(image, number)
  where p.product_id = any(${ids}::int[])`;

/** Replaces the pictures of existing products. */
const putImages = (ids: readonly number[]): Statement => sql`
  with staged as materialized (
    select p.product_id, s.images from import_products s join products p using (parent_asin)
    where p.product_id <> all(${ids}::int[]) and ${isSaid('images')}
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

const addStock = (stock: number): Statement => sql`
  insert into inventory (product_id, on_hand)
  select p.product_id, coalesce(s.stock, ${stock})
  from import_products s join products p using (parent_asin)
  where (s.price_minor is not null or s.stock is not null)
    and not exists (select from inventory i where i.product_id = p.product_id)
  on conflict (product_id) do nothing`;
