import type { Money } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import type { Transaction } from '../../../platform/postgres/database.ts';
import { type ShippingMethod, shippingMethodName } from '../pricing/index.ts';
import type { Checkout, Goods } from './checkout.ts';
import { changesSince, lostMethod, type Shown } from './checkout-changes.ts';
import { checkoutChanged } from './checkout-errors.ts';
import type { Basket } from './price-basket.ts';

/**
 * Compares the cart with what the shopper was shown. Returns the shipping method.
 * @throws ProblemError `out-of-stock`, `shipping-method-unavailable`, `cart-changed`, `promo-refused`, `total-changed`, with the causes
 */
export async function asShown(
  tx: Transaction,
  {
    checkout,
    basket,
    shown,
    isShownByPage,
    expectedTotal,
  }: {
    checkout: Checkout;
    basket: Basket;
    shown: Shown;
    /** Otherwise `shown` is the content of the cart, and only the total says what the shopper saw. */
    isShownByPage: boolean;
    expectedTotal: Money;
  },
): Promise<ShippingMethod> {
  const { quote, goods, pricing } = basket;
  const changes = changesSince(shown, basket);
  const short = quote.lines.filter(({ productId, quantity }) => quantity > goods.get(productId)!.available);
  if (short.length > 0) throw checkoutChanged('out-of-stock', { detail: shortage(short, goods), changes });
  if (!pricing.shippingMethod) {
    const lost = lostMethod(await shippingMethodName(tx, checkout.shippingMethodId!));
    throw checkoutChanged('shipping-method-unavailable', { detail: lost.message, changes: [lost] });
  }
  const { currency, totalMinor } = quote;
  if (totalMinor === expectedTotal.amount_minor && currency === expectedTotal.currency) {
    const ofGoods = isShownByPage ? changes.filter(({ product_id }) => product_id !== null) : [];
    if (ofGoods.length === 0) return pricing.shippingMethod;
    throw checkoutChanged('cart-changed', { detail: 'You have not been charged.', changes: ofGoods });
  }
  const refusal = changes.find(({ kind }) => kind === 'promo-code');
  throw checkoutChanged(refusal ? 'promo-refused' : 'total-changed', {
    detail:
      refusal?.message ??
      `It is now ${formatMoney({ amountMinor: totalMinor, currency })}. You have not been charged.`,
    changes,
    totals: { shown: expectedTotal, now: { amount_minor: totalMinor, currency } },
  });
}

export function shortage(lines: readonly { productId: number }[], goods: ReadonlyMap<number, Goods>): string {
  return lines
    .map(({ productId }) => {
      const { title, available } = goods.get(productId)!;
      return available > 0 ? `${title}: ${available} left.` : `${title}: sold out.`;
    })
    .join(' ');
}
