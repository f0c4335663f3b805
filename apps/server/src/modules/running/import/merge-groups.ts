/** @file Merges products into the groups that a file names: `asin` is the product, `parent_asin` the group. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { optionsOf } from '../../catalogue/catalog/index.ts';

/** Runs in the transaction of a batch, after its products are merged. Returns the products that joined a group. */
export async function mergeGroups(tx: Transaction, codes: readonly string[]): Promise<number[]> {
  await tx.execute(countNames);
  await makeWay(tx);
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

/** Without statistics, the planner would expect ten times as many rows, and read the whole table of products. */
const countNames = sql`analyze import_products (parent_asin, group_asin)`;

/** If the first product of a group moves to another group, the next product becomes the first. A group without products is deleted. */
async function makeWay(tx: Transaction): Promise<void> {
  const { rows: leaving } = await tx.execute<{ group_id: number }>(findLeaving);
  if (leaving.length === 0) return;
  const { rows: heirs } = await tx.execute<{ group_id: number; heir: number | null }>(sql`
    select g.group_id, min(m.product_id) filter (where named.asin is null) as heir
    from product_groups g join products m on m.group_id = g.group_id
      left join ${named} on named.asin = m.parent_asin and named.group_asin <> g.parent_asin
    where g.group_id = any(${leaving.map(({ group_id }) => group_id)}::int[]) group by g.group_id`);
  const emptied = heirs.filter(({ heir }) => heir === null).map(({ group_id }) => group_id);
  await tx.execute(sql`update products set group_id = null where group_id = any(${emptied}::int[])`);
  await tx.execute(sql`delete from product_groups where group_id = any(${emptied}::int[])`);
  await tx.execute(sql`
    update product_groups g set group_id = h.heir from jsonb_to_recordset(${JSON.stringify(heirs)}::jsonb) as h (group_id int, heir int)
    where g.group_id = h.group_id and h.heir is not null`);
}

/** The groups whose first product is in another group from now on. */
const findLeaving = sql`
  select g.group_id from ${named} join products p on p.parent_asin = named.asin join product_groups g on g.group_id = p.product_id
  where named.group_asin <> g.parent_asin`;

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
