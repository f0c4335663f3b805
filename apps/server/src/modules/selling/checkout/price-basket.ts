import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import type { StoredCartLine } from '../../../ports/cart-store.ts';
import { clampQuantity } from '../cart/index.ts';
import { loadPricing, type Pricing, type Quote, quote } from '../pricing/index.ts';
import { type Checkout, type Goods, personOf } from './checkout.ts';
import { checkoutProblem } from './checkout-errors.ts';
import { findGoods } from './checkout-repository.ts';

export interface Basket {
  readonly goods: ReadonlyMap<number, Goods>;
  readonly pricing: Pricing;
  readonly quote: Quote;
}

/**
 * Prices the cart at current prices, with tax and shipping for the address.
 * @throws ProblemError `cart-empty`, `not-for-sale`, `mixed-currencies`
 */
export async function priceBasket(
  db: Database | Transaction,
  {
    checkout,
    lines,
    promoCodes,
    now,
  }: {
    checkout: Checkout;
    lines: readonly Pick<StoredCartLine, 'productId' | 'quantity'>[];
    promoCodes: readonly string[];
    now: Date;
  },
): Promise<Basket> {
  if (lines.length === 0) throw checkoutProblem('cart-empty');
  const goods = await findGoods(
    db,
    lines.map(({ productId }) => productId),
  );
  const sold = lines.map(({ productId, quantity }) => {
    const {
      priceMinor = null,
      currency = null,
      isListed = false,
      available = 0,
      title,
    } = goods.get(productId) ?? {};
    if (priceMinor === null || currency === null || !isListed)
      throw checkoutProblem('not-for-sale', `${title ?? `Product ${productId}`} is no longer sold.`);
    // The same quantity as the cart shows: at most the remaining stock.
    return {
      productId,
      quantity: clampQuantity(quantity, available),
      unitPriceMinor: priceMinor,
      currency,
    };
  });
  const { currency } = sold[0];
  if (sold.some((line) => line.currency !== currency)) throw checkoutProblem('mixed-currencies');
  const pricing = await loadPricing(db, {
    codes: promoCodes,
    country: checkout.shippingAddress?.country,
    currency,
    shippingMethodId: checkout.shippingMethodId ?? undefined,
    person: personOf(checkout),
  });
  const quoted = quote({
    lines: sold.map(({ productId, quantity, unitPriceMinor }) => ({ productId, quantity, unitPriceMinor })),
    currency,
    promotions: pricing.promotions,
    shippingMethod: pricing.shippingMethod,
    taxRate: pricing.taxRate,
    personUses: pricing.personUses,
    now,
  });
  const unknown = pricing.unknownCodes.map((code) => ({ code, reason: 'unknown-code' as const }));
  return { goods, pricing, quote: { ...quoted, refused: [...quoted.refused, ...unknown] } };
}
