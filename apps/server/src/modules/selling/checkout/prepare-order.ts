import { randomUUID } from 'node:crypto';
import type { Money, ShownBasket } from '@kindred/contracts';
import type { ProblemError } from '../../../platform/http/problem.ts';
import type { Transaction } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { reserveStock, type Shortage } from '../../catalogue/inventory/index.ts';
import { type LockedCart, lockCart } from '../cart/index.ts';
import { insertOrder } from '../orders/index.ts';
import { insertPayment } from '../payments/index.ts';
import { redeemPromotions } from '../pricing/index.ts';
import { asShown, shortage } from './as-shown.ts';
import { type Checkout, missingDetails, personOf } from './checkout.ts';
import { changesSince, refusedCode, type Shown } from './checkout-changes.ts';
import { checkoutChanged, checkoutProblem } from './checkout-errors.ts';
import { lockCheckout, markPaying } from './checkout-repository.ts';
import { type Basket, priceBasket } from './price-basket.ts';

/** How long stock is reserved for a shopper who is paying. */
const reservationMs = 30 * 60 * 1_000;

export type Prepared =
  /** `method` is undefined if the total is 0. */
  | { readonly kind: 'prepared'; readonly orderId: string; readonly method: string | undefined }
  /** Another request was faster, and the order already exists. */
  | { readonly kind: 'ordered'; readonly orderId: string };

/**
 * The first third of placing an order, in one transaction under the locks of the checkout and the cart. It prices the cart again, refuses
 * a price that the shopper was not shown (`asShown`), reserves the stock, and stores an order that waits for its payment. Locks are always taken in the
 * order checkout, cart, promotions, inventory.
 * @throws ProblemError; then nothing has changed
 */
export async function prepareOrder(
  tx: Transaction,
  request: {
    owner: CartOwner;
    checkoutId: string;
    expectedTotal: Money;
    provider: string;
    /** Undefined for the checkout's own. */
    method: string | undefined;
    shown?: ShownBasket | undefined;
    now: Date;
  },
): Promise<Prepared> {
  const { owner, checkoutId, expectedTotal, now } = request;
  const checkout = await lockCheckout(tx, checkoutId, owner);
  if (!checkout) throw checkoutProblem('checkout-not-found');
  if (checkout.orderId !== null) return { kind: 'ordered', orderId: checkout.orderId };
  const missing = missingDetails(checkout);
  if (missing.length > 0) throw checkoutProblem('checkout-incomplete', `Missing: ${missing.join(', ')}.`);

  const cart = await lockCart(tx, owner);
  const basket = await priceBasket(tx, { checkout, lines: cart.lines, promoCodes: cart.promoCodes, now });
  const { quote } = basket;
  const shown: Shown = request.shown ?? {
    lines: cart.lines.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
  };
  const isShownByPage = request.shown !== undefined;
  const shippingMethod = await asShown(tx, { checkout, basket, shown, isShownByPage, expectedTotal });
  const method = request.method ?? checkout.paymentMethod?.id;
  if (method === undefined && quote.totalMinor > 0)
    throw checkoutProblem('checkout-incomplete', 'Missing: payment_method.');

  const orderId = randomUUID();
  await insertOrder(tx, { orderId, ...orderOf(checkout, basket, { cart, shippingMethod, now }) });
  await insertPayment(tx, {
    orderId,
    provider: request.provider,
    amountMinor: quote.totalMinor,
    currency: quote.currency,
    method: method ?? null,
  });
  await markPaying(tx, checkoutId, orderId);
  const use = await redeemPromotions(tx, {
    orderId,
    person: { ...personOf(checkout), email: checkout.email! },
    promotions: quote.applied,
  });
  if (!use.ok) {
    const { code, reason } = use;
    const refused = refusedCode({ code, reason }, quote.currency);
    throw checkoutChanged('promo-refused', { detail: refused.message, changes: [refused] });
  }
  const expiresAt = new Date(now.getTime() + reservationMs);
  // Another shopper bought the last unit since the stock was read.
  const short = await reserveStock(tx, { orderId, lines: quote.lines, expiresAt });
  if (short.length > 0) throw soldMeanwhile(basket, { short, shown });
  return { kind: 'prepared', orderId, method };
}

function soldMeanwhile(
  { quote, goods }: Basket,
  { short, shown }: { short: readonly Shortage[]; shown: Shown },
): ProblemError {
  const left = new Map(short.map(({ productId, available }) => [productId, available]));
  const goodsLeft = new Map(
    [...goods].map(([productId, one]) => [
      productId,
      { ...one, available: left.get(productId) ?? one.available },
    ]),
  );
  const lines = quote.lines.map((line) => ({
    ...line,
    quantity: Math.min(line.quantity, left.get(line.productId) || line.quantity),
  }));
  return checkoutChanged('out-of-stock', {
    detail: shortage(short, goodsLeft),
    changes: changesSince(shown, { quote: { ...quote, lines }, goods: goodsLeft }),
  });
}

function orderOf(
  checkout: Checkout,
  { quote, goods }: Basket,
  {
    cart,
    shippingMethod,
    now,
  }: { cart: LockedCart; shippingMethod: { shippingMethodId: string; name: string }; now: Date },
) {
  const searchOf = new Map(cart.lines.map(({ productId, searchId }) => [productId, searchId]));
  return {
    userId: checkout.owner.kind === 'user' ? checkout.owner.userId : null,
    email: checkout.email!,
    shippingAddress: checkout.shippingAddress!,
    shippingMethodId: shippingMethod.shippingMethodId,
    shippingMethodName: shippingMethod.name,
    promoCodes: quote.applied.map(({ code }) => code),
    currency: quote.currency,
    subtotalMinor: quote.subtotalMinor,
    discountMinor: quote.discountMinor,
    shippingMinor: quote.shippingMinor,
    shippingTaxMinor: quote.shippingTaxMinor,
    taxMinor: quote.taxMinor,
    taxName: quote.taxName,
    isTaxInclusive: quote.isTaxInclusive,
    totalMinor: quote.totalMinor,
    expiresAt: new Date(now.getTime() + reservationMs),
    lines: quote.lines.map((line) => ({
      productId: line.productId,
      title: goods.get(line.productId)!.title,
      unitPriceMinor: line.unitPriceMinor,
      quantity: line.quantity,
      discountMinor: line.discountMinor,
      taxMinor: line.taxMinor,
      totalMinor: line.totalMinor,
      searchId: searchOf.get(line.productId) ?? null,
    })),
  };
}
