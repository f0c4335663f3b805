import { randomUUID } from 'node:crypto';
import type { Money } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import type { Transaction } from '../../platform/postgres/database.ts';
import type { CartOwner } from '../../ports/cart-store.ts';
import { lockCart } from '../cart/index.ts';
import { reserveStock, type Shortage } from '../inventory/index.ts';
import { insertOrder } from '../orders/index.ts';
import { insertPayment } from '../payments/index.ts';
import { redeemPromotions, refusalMessage } from '../pricing/index.ts';
import { type Checkout, type Goods, missingDetails, personOf } from './checkout.ts';
import { checkoutProblem } from './checkout-errors.ts';
import { lockCheckout, markPaying } from './checkout-repository.ts';
import { type Basket, priceBasket } from './price-basket.ts';

/** How long goods are held for somebody who is paying. */
const reservationMs = 30 * 60 * 1_000;

export type Prepared =
  | { readonly kind: 'prepared'; readonly orderId: string }
  /** Another request got here first: there is an order already. */
  | { readonly kind: 'ordered'; readonly orderId: string };

/**
 * The first third of placing an order, in one transaction under the checkout's and the cart's locks: what is in the cart is
 * priced anew, compared with what the shopper was shown, held in stock and written down as an order that waits for its money.
 * Locks are taken in one order everywhere: checkout, cart, promotions, inventory.
 * @throws ProblemError and nothing has changed
 */
export async function prepareOrder(
  tx: Transaction,
  request: {
    owner: CartOwner;
    checkoutId: string;
    expectedTotal: Money;
    provider: string;
    method: string;
    now: Date;
  },
): Promise<Prepared> {
  const { owner, checkoutId, expectedTotal, now } = request;
  const checkout = await lockCheckout(tx, checkoutId, owner);
  if (!checkout || checkout.state === 'abandoned') throw checkoutProblem('checkout-not-found');
  if (checkout.orderId !== null) return { kind: 'ordered', orderId: checkout.orderId };
  const missing = missingDetails(checkout);
  if (missing.length > 0) throw checkoutProblem('checkout-incomplete', `Missing: ${missing.join(', ')}.`);

  const cart = await lockCart(tx, owner);
  const basket = await priceBasket(tx, { checkout, lines: cart.lines, promoCodes: cart.promoCodes, now });
  const { quote, goods, pricing } = basket;
  refuseShortages(
    quote.lines.map(({ productId, quantity }) => ({
      productId,
      requested: quantity,
      available: goods.get(productId)!.available,
    })),
    goods,
  );
  const { shippingMethod } = pricing;
  if (!shippingMethod) throw checkoutProblem('shipping-method-unavailable');
  const [refusal] = quote.refused;
  if (refusal)
    throw checkoutProblem('promo-refused', `${refusal.code}: ${refusalMessage(refusal, quote.currency)}`);
  const [unknownCode] = pricing.unknownCodes;
  if (unknownCode !== undefined)
    throw checkoutProblem('promo-refused', `${unknownCode}: We do not know this code.`);
  if (quote.totalMinor !== expectedTotal.amount_minor || quote.currency !== expectedTotal.currency)
    throw checkoutProblem('total-changed', `It is now ${totalOf(basket)}. Nothing was charged.`);

  const orderId = randomUUID();
  await insertOrder(tx, { orderId, ...orderOf(checkout, basket, shippingMethod, now) });
  await insertPayment(tx, {
    orderId,
    provider: request.provider,
    amountMinor: quote.totalMinor,
    currency: quote.currency,
    method: request.method,
  });
  await markPaying(tx, checkoutId, orderId);
  const use = await redeemPromotions(tx, {
    orderId,
    person: { ...personOf(checkout), email: checkout.email! },
    promotions: quote.applied,
  });
  if (!use.ok) {
    const { code, reason } = use;
    throw checkoutProblem('promo-refused', `${code}: ${refusalMessage({ code, reason }, quote.currency)}`);
  }
  const expiresAt = new Date(now.getTime() + reservationMs);
  refuseShortages(await reserveStock(tx, { orderId, lines: quote.lines, expiresAt }), goods);
  return { kind: 'prepared', orderId };
}

function refuseShortages(lines: readonly Shortage[], goods: ReadonlyMap<number, Goods>): void {
  const short = lines.filter(({ requested, available }) => requested > available);
  if (short.length === 0) return;
  const sentences = short.map(({ productId, available }) => {
    const title = goods.get(productId)?.title ?? `Product ${productId}`;
    return available > 0 ? `${title}: ${available} left.` : `${title}: sold out.`;
  });
  throw checkoutProblem('out-of-stock', sentences.join(' '));
}

function totalOf({ quote }: Basket): string {
  return formatMoney({ amountMinor: quote.totalMinor, currency: quote.currency });
}

function orderOf(
  checkout: Checkout,
  { quote, goods }: Basket,
  shippingMethod: { shippingMethodId: string; name: string },
  now: Date,
) {
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
    })),
  };
}
