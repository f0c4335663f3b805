import type { ProductSale, SaleContent } from '@kindred/contracts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { catalogProblem } from '../catalog/index.ts';
import { saleProblem } from './sale-errors.ts';
import {
  applySales,
  findSales,
  hasProduct,
  hasSaleBetween,
  insertSale,
  lockProduct,
  type PricedProduct,
  removeSale,
  type SaleTimes,
  updateSale,
} from './sale-repository.ts';

/** @throws ProblemError `product-not-found` */
export async function listSales(db: Database, productId: number): Promise<ProductSale[]> {
  if (!(await hasProduct(db, productId))) throw noProduct(productId);
  return findSales(db, productId);
}

/**
 * A sale that begins in the past begins now.
 * @throws ProblemError `product-not-found`, `sales-overlap`, `sale-not-below-price`, `sale-in-other-currency`, `sale-ends-too-early`
 */
export function addSale(
  db: Database,
  { productId, content, now }: { productId: number; content: SaleContent; now: Date },
): Promise<ProductSale> {
  const times = timesOf(content, now);
  return withTransaction(db, async (tx) => {
    await requirePossible(tx, { productId, content, times, saleId: null, now });
    const saleId = await insertSale(tx, { productId, price: content.price, ...times });
    return applied(tx, { productId, saleId, now });
  });
}

/**
 * A sale without `starts_at` keeps its beginning.
 * @throws ProblemError `sale-not-found`, `sale-ended`, and those of `addSale`
 */
export function replaceSale(
  db: Database,
  { productId, saleId, content, now }: { productId: number; saleId: number; content: SaleContent; now: Date },
): Promise<ProductSale> {
  return withTransaction(db, async (tx) => {
    const [before] = await findSales(tx, productId, saleId);
    if (!before) throw noSale(productId, saleId);
    if (before.state === 'ended')
      throw saleProblem('sale-ended', `Sale ${saleId} ended at ${before.ends_at}. Add another one.`);
    const times = timesOf(content, new Date(before.starts_at));
    await requirePossible(tx, { productId, content, times, saleId, now });
    await updateSale(tx, saleId, { price: content.price, ...times }, now);
    return applied(tx, { productId, saleId, now });
  });
}

/**
 * The price without the sale holds immediately.
 * @throws ProblemError `product-not-found`, `sale-not-found`
 */
export function deleteSale(
  db: Database,
  { productId, saleId, now }: { productId: number; saleId: number; now: Date },
): Promise<void> {
  return withTransaction(db, async (tx) => {
    if (!(await lockProduct(tx, productId))) throw noProduct(productId);
    if (!(await removeSale(tx, productId, saleId))) throw noSale(productId, saleId);
    await applySales(tx, { at: now, productIds: [productId] });
  });
}

const timesOf = ({ starts_at, ends_at }: SaleContent, otherwise: Date): SaleTimes => ({
  startsAt: starts_at === undefined ? otherwise : new Date(starts_at),
  endsAt: ends_at == null ? null : new Date(ends_at),
});

async function applied(
  tx: Transaction,
  { productId, saleId, now }: { productId: number; saleId: number; now: Date },
): Promise<ProductSale> {
  await applySales(tx, { at: now, productIds: [productId] });
  const [sale] = await findSales(tx, productId, saleId);
  return sale!;
}

async function requirePossible(
  tx: Transaction,
  {
    productId,
    content: { price },
    times: { startsAt, endsAt },
    saleId,
    now,
  }: { productId: number; content: SaleContent; times: SaleTimes; saleId: number | null; now: Date },
): Promise<void> {
  const product = await lockProduct(tx, productId);
  if (!product) throw noProduct(productId);
  requireBelow(product, price);
  if (endsAt && (endsAt <= startsAt || endsAt <= now))
    throw saleProblem(
      'sale-ends-too-early',
      `The sale would begin at ${startsAt.toISOString()} and end at ${endsAt.toISOString()}.`,
    );
  if (await hasSaleBetween(tx, { productId, saleId, startsAt, endsAt })) throw saleProblem('sales-overlap');
}

function requireBelow(product: PricedProduct, price: SaleContent['price']): void {
  if (product.regular_minor === null || product.currency === null)
    throw saleProblem('sale-not-below-price', 'The product is not for sale.');
  if (price.currency !== product.currency)
    throw saleProblem(
      'sale-in-other-currency',
      `The product’s price is in ${product.currency}, not in ${price.currency}.`,
    );
  if (price.amount_minor >= product.regular_minor)
    throw saleProblem(
      'sale-not-below-price',
      `The regular price is ${product.regular_minor} minor units of ${product.currency}.`,
    );
}

const noProduct = (productId: number) =>
  catalogProblem('product-not-found', `There is no product ${productId}.`);
const noSale = (productId: number, saleId: number) =>
  saleProblem('sale-not-found', `Product ${productId} has no sale ${saleId}.`);
