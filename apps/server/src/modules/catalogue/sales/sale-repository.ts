import type { Money, ProductSale } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';

/** Past ones are listed as long as they are kept. */
const mostListed = 100;

interface SaleRow {
  sale_id: number;
  product_id: number;
  price_minor: number;
  currency: string;
  starts_at: string;
  ends_at: string | null;
  state: ProductSale['state'];
  lowest_recent_price_minor: number | null;
  percent_off: number | null;
}

export interface SaleTimes {
  readonly startsAt: Date;
  /** Null: no end is planned. */
  readonly endsAt: Date | null;
}

export interface NewSale extends SaleTimes {
  readonly productId: number;
  readonly price: Money;
}

/** The latest first; with `saleId`, that one. */
export async function findSales(
  db: Database | Transaction,
  productId: number,
  saleId: number | null = null,
): Promise<ProductSale[]> {
  const { rows } = await db.execute<SaleRow>(sql`
    select s.sale_id, s.product_id, s.price_minor, s.currency, ${utcTime(sql`s.starts_at`)} as starts_at, ${utcTime(sql`s.ends_at`)} as ends_at,
      case when s.state = 'on' and p.regular_price_minor is null then 'without-effect' else s.state::text end as state,
      s.lowest_recent_price_minor, case when s.state = 'on' then p.percent_off end as percent_off
    from product_sales s join products p using (product_id)
    where s.product_id = ${productId} and (${saleId}::int is null or s.sale_id = ${saleId})
    order by s.starts_at desc, s.sale_id desc limit ${mostListed}`);
  return rows.map(({ price_minor, currency, lowest_recent_price_minor, ...sale }) => ({
    ...sale,
    price: { amount_minor: price_minor, currency },
    lowest_recent_price:
      lowest_recent_price_minor === null ? null : { amount_minor: lowest_recent_price_minor, currency },
  }));
}

export interface PricedProduct {
  /** Null: not for sale. */
  readonly regular_minor: number | null;
  readonly currency: string | null;
}

export async function hasProduct(db: Database, productId: number): Promise<boolean> {
  const { rows } = await db.execute(sql`select from products where product_id = ${productId}`);
  return rows.length > 0;
}

/** Before its sales, in the order in which an import locks them. */
export async function lockProduct(tx: Transaction, productId: number): Promise<PricedProduct | undefined> {
  const { rows } = await tx.execute<PricedProduct>(sql`
    select coalesce(regular_price_minor, price_minor) as regular_minor, currency
    from products where product_id = ${productId} for no key update`);
  return rows[0];
}

/** Of the sales that have not ended, other than `saleId`. */
export async function hasSaleBetween(
  tx: Transaction,
  { productId, saleId, startsAt, endsAt }: SaleTimes & { productId: number; saleId: number | null },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from product_sales
    where product_id = ${productId} and state <> 'ended' and sale_id is distinct from ${saleId}
      and tstzrange(starts_at, ends_at) && tstzrange(${startsAt}, ${endsAt})`);
  return rows.length > 0;
}

export async function insertSale(
  tx: Transaction,
  { productId, price, startsAt, endsAt }: NewSale,
): Promise<number> {
  const { rows } = await tx.execute<{ sale_id: number }>(sql`
    insert into product_sales (product_id, price_minor, currency, starts_at, ends_at)
    values (${productId}, ${price.amount_minor}, ${price.currency}, ${startsAt}, ${endsAt}) returning sale_id`);
  return rows[0]!.sale_id;
}

/** A price that falls further belongs to the same reduction. One that rises, or a start that moves into the future, is another sale. */
export async function updateSale(
  tx: Transaction,
  saleId: number,
  { price, startsAt, endsAt }: Omit<NewSale, 'productId'>,
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update product_sales set price_minor = ${price.amount_minor}, currency = ${price.currency}, starts_at = ${startsAt}, ends_at = ${endsAt},
      state = case when state = 'on' and ${price.amount_minor} <= price_minor and currency = ${price.currency} and ${startsAt}::timestamptz <= ${now}
        then 'on'::sale_state else 'planned' end
    where sale_id = ${saleId}`);
}

export async function removeSale(tx: Transaction, productId: number, saleId: number): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    delete from product_sales where product_id = ${productId} and sale_id = ${saleId}`);
  return rowCount === 1;
}

/** Begins and ends the sales of these products, or all that are due, at a moment or now. */
export async function applySales(
  db: Database | Transaction,
  { at = null, productIds = null }: { at?: Date | null; productIds?: readonly number[] | null },
): Promise<{ began: number; ended: number }> {
  const { rows } = await db.execute<{ began: number; ended: number }>(sql`
    select began, ended from apply_sales(${at}, ${productIds}::int[])`);
  return rows[0]!;
}

/** Sales that ended, and prices that no longer held, a year ago. */
export async function purgeSales(db: Database): Promise<void> {
  await db.execute(sql`
    delete from product_sales where state = 'ended' and ends_at < now() - interval '1 year'`);
  await db.execute(sql`
    delete from price_history h
    where since < now() - interval '1 year' and exists (
      select from price_history later
      where later.product_id = h.product_id and later.since > h.since and later.since <= now() - interval '1 year')`);
}
