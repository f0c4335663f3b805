/** @file Writes the products of the contract suite into the shop's tables, and reads them for the comparison with `by-hand.ts`. */

import { colorFamilyCode } from '../../ports/color-family.ts';

/** The part of `pg.Pool` that the suite needs. */
export interface ContractDatabase {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface ContractProduct {
  readonly title: string;
  readonly brand?: string | null;
  readonly color?: string | null;
  readonly sizes?: readonly string[];
  /** Products of the same name are one group. */
  readonly group?: string;
  /** A slug. */
  readonly category?: string;
  readonly priceMinor?: number | null;
  /** The price before a sale made it `priceMinor`. */
  readonly wasMinor?: number;
  readonly mean?: number | null;
  readonly ratings?: number;
  readonly day?: string | null;
  readonly isListed?: boolean;
  readonly onHand?: number;
  readonly reserved?: number;
  readonly description?: string;
  readonly features?: readonly string[];
}

/** A listed product in the tables. */
export interface ShopRow {
  readonly product_id: number;
  readonly item_id: number;
  readonly title: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly slug: string | null;
  readonly price_minor: number | null;
  readonly currency: string | null;
  readonly percent_off: number;
  readonly average_rating: number | null;
  readonly rating_count: number;
  readonly bayesian_rating: number;
  /** Since 1970. */
  readonly days: number | null;
  readonly available: number;
}

export async function putCategories(db: ContractDatabase, names: Readonly<Record<string, string>>) {
  for (const [slug, name] of Object.entries(names)) {
    const parent = slug.includes('/') ? slug.slice(0, slug.lastIndexOf('/')) : null;
    await db.query(
      `insert into categories (slug, name, parent_id)
       values ($1, $2, (select category_id from categories where slug = $3))`,
      [slug, name, parent],
    );
  }
}

const attributesOf = ({ brand, color, sizes }: ContractProduct) => ({
  ...(brand && { brand: [brand] }),
  ...(color && { color: [color] }),
  ...(sizes && { size: sizes }),
});

let made = 0;

/** Returns their numbers in the same order. */
export async function putProducts(
  db: ContractDatabase,
  products: readonly ContractProduct[],
): Promise<number[]> {
  const rows = products.map((product) => ({
    ...product,
    asin: `CONTRACT${++made}`,
    attributes: attributesOf(product),
  }));
  const { rows: put } = await db.query(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as g (
         asin text, title text, attributes jsonb, category text, "priceMinor" int, "wasMinor" int, mean float8, ratings int,
         day date, "isListed" boolean, "onHand" int, reserved int, description text, features text[])
     ), put as (
       insert into products (parent_asin, title, description, features, attributes, category_id, price_minor, currency,
         meta_average_rating, meta_rating_count, date_first_available, is_listed)
       select asin, title, coalesce(description, ''), coalesce(features, '{}'), attributes,
         (select category_id from categories where slug = g.category), coalesce("wasMinor", "priceMinor"),
         case when "priceMinor" is not null then 'USD' end, mean, coalesce(ratings, 0), day, coalesce("isListed", true)
       from given g
       returning product_id, parent_asin
     )
     select put.product_id, "onHand" as on_hand, coalesce(reserved, 0) as reserved
     from put join given on asin = parent_asin order by substr(asin, 9)::int`,
    [JSON.stringify(rows)],
  );
  const numbered = put as { product_id: number; on_hand: number | null; reserved: number }[];
  await db.query(
    `insert into inventory (product_id, on_hand, reserved)
     select product_id, on_hand, reserved from jsonb_to_recordset($1::jsonb) as g (product_id int, on_hand int, reserved int)
     where on_hand is not null`,
    [JSON.stringify(numbered)],
  );
  const ids = numbered.map(({ product_id }) => product_id);
  await putSales(
    db,
    products.flatMap(({ wasMinor, priceMinor }, at) =>
      wasMinor === undefined ? [] : { product_id: ids[at]!, price_minor: priceMinor },
    ),
  );
  await putGroups(
    db,
    products.flatMap(({ group }, at) => (group === undefined ? [] : { group, product_id: ids[at]! })),
  );
  return ids;
}

async function putSales(db: ContractDatabase, sales: readonly object[]): Promise<void> {
  if (sales.length === 0) return;
  await db.query(
    `insert into product_sales (product_id, price_minor, currency, starts_at)
     select product_id, price_minor, 'USD', now() from jsonb_to_recordset($1::jsonb) as g (product_id int, price_minor int)`,
    [JSON.stringify(sales)],
  );
  await db.query(`select apply_sales(now() + interval '1 second', null)`);
}

async function putGroups(
  db: ContractDatabase,
  members: readonly { readonly group: string; readonly product_id: number }[],
): Promise<void> {
  if (members.length === 0) return;
  const given = `jsonb_to_recordset($1::jsonb) as g ("group" text, product_id int)`;
  await db.query(
    `insert into product_groups (group_id, parent_asin, options) select min(product_id), "group", '{color,size}' from ${given} group by "group"
     on conflict (parent_asin) do nothing`,
    [JSON.stringify(members)],
  );
  await db.query(
    `update products p set group_id = o.group_id from ${given} join product_groups o on o.parent_asin = g."group"
     where p.product_id = g.product_id`,
    [JSON.stringify(members)],
  );
  await db.query('select refresh_product_ratings($1::int[])', [members.map(({ product_id }) => product_id)]);
}

/** The families of `contract-catalogue.ts`, by the colour. */
const families: Readonly<Record<string, string>> = {
  Red: 'red',
  Green: 'green',
  'Sea Green': 'green',
  Blue: 'blue',
  Ivory: 'white',
  Turquoise: 'turquoise',
};

export async function readShop(db: ContractDatabase): Promise<ShopRow[]> {
  const { rows } = await db.query(
    `select p.product_id, coalesce(p.group_id, p.product_id) as item_id, p.title, p.attributes, c.slug, p.price_minor, p.currency, coalesce(p.percent_off, 0) as percent_off, p.average_rating, p.rating_count,
       p.bayesian_rating, p.date_first_available - date '1970-01-01' as days, coalesce(i.on_hand - i.reserved, 0) as available
     from products p left join categories c using (category_id) left join inventory i using (product_id)
     where p.is_listed`,
  );
  return (rows as ShopRow[]).map((row) => {
    const [color] = row.attributes.color ?? [];
    if (color === undefined) return row;
    return { ...row, attributes: { ...row.attributes, [colorFamilyCode]: [families[color]!] } };
  });
}
