/** @file Merges products into the groups that a file names: `asin` is the product, `parent_asin` the group. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { optionsOf } from '../../catalogue/catalog/index.ts';

/** Runs in the transaction of a batch, after its products are merged. Returns the products that joined a group. */
export async function mergeGroups(tx: Transaction, codes: readonly string[]): Promise<number[]> {
  for (const statement of makeWay) await tx.execute(statement);
  await tx.execute(addGroups);
  await tx.execute(forgetPlans);
  const { rows: joined } = await tx.execute<{ product_id: number }>(joinGroups);
  const { rows: members } = await tx.execute<{
    group_id: number;
    attributes: Record<string, string[]>;
  }>(findMembers);
  const groups = Map.groupBy(members, ({ group_id }) => group_id);
  const chosen = [...groups].map(([groupId, products]) => ({
    groupId,
    options: optionsOf(
      products.map(({ attributes }) => attributes),
      codes,
    ),
  }));
  await tx.execute(sql`
    update product_groups g set options = c.options from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as c ("groupId" int, options text[])
    where g.group_id = c."groupId" and g.options <> c.options`);
  await tx.execute(sql`select refresh_product_ratings(${[...groups.keys()]}::int[])`);
  return joined.map(({ product_id }) => product_id);
}

/** A product with the group's own name belongs to the group, even if it is known only from reviews. */
const named = sql`(
  select parent_asin as asin, group_asin from import_products where group_asin is not null
  union select group_asin, group_asin from import_products where group_asin is not null) named`;

/** A group has the number of its first product. A product that is its own parent does not create a group. */
const addGroups = sql`
  insert into product_groups (group_id, parent_asin, options)
  select min(p.product_id), named.group_asin, '{}' from ${named} join products p on p.parent_asin = named.asin
  group by named.group_asin having bool_or(named.asin <> named.group_asin)
  on conflict (parent_asin) do nothing`;

/** If the first product of a group moves to another group, the next product becomes the first. A group without products is deleted. */
const leaving = sql`(
  select g.group_id, (
    select min(m.product_id) from products m
    where m.group_id = g.group_id and not exists (select from ${named} where named.asin = m.parent_asin and named.group_asin <> g.parent_asin)
  ) as heir
  from product_groups g join products p on p.product_id = g.group_id join ${named} on named.asin = p.parent_asin
  where named.group_asin <> g.parent_asin) leaving`;

const makeWay = [
  sql`update products p set group_id = null from ${leaving} where leaving.heir is null and p.group_id = leaving.group_id`,
  sql`delete from product_groups g using ${leaving} where leaving.heir is null and g.group_id = leaving.group_id`,
  sql`update product_groups g set group_id = leaving.heir from ${leaving} where leaving.heir is not null and g.group_id = leaving.group_id`,
];

/**
 * The trigger of products plans its join of old and new rows once. Its first call was for an update of no rows, so it would compare each row
 * with each.
 */
const forgetPlans = sql`discard plans`;

const joinGroups = sql`
  update products p set group_id = g.group_id, updated_at = now()
  from ${named} join product_groups g on g.parent_asin = named.group_asin
  where p.parent_asin = named.asin and p.group_id is distinct from g.group_id
  returning p.product_id`;

const findMembers = sql`
  select p.group_id, p.attributes from products p
  where p.group_id is not null and p.group_id in (select g.group_id from import_products s join product_groups g on g.parent_asin = s.group_asin)
    and (p.is_listed or p.title <> p.parent_asin)
  order by p.product_id`;
