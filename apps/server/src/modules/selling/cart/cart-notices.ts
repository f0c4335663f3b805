import type { CartNotice } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import type { StoredCartLine } from '../../../ports/cart-store.ts';
import { clampQuantity, maximumQuantity, type Sellable } from './cart.ts';

type Change = Partial<Pick<CartNotice, 'from' | 'to' | 'prices'>>;

function notice(kind: CartNotice['kind'], productId: number, message: string, change?: Change): CartNotice {
  return { kind, product_id: productId, message, from: null, to: null, prices: null, ...change };
}

export function clampNotice(productId: number, change: { wanted: number; got: number }): CartNotice {
  const message =
    change.got === maximumQuantity
      ? `You can order at most ${maximumQuantity} of it.`
      : `Only ${change.got} left: we changed the quantity.`;
  return notice('quantity-clamped', productId, message, { from: change.wanted, to: change.got });
}

/** Returns what the owner should know about a line. `line` is the line as they last saw it, `sellable` the product as it is now. */
export function noticesOf(line: StoredCartLine, sellable: Sellable, currency: string): CartNotice[] {
  const { productId, quantity, seenPriceMinor } = line;
  const { price, available } = sellable;
  if (!price) return [notice('no-longer-sold', productId, 'This is no longer sold.')];
  if (price.currency !== currency)
    return [
      notice('other-currency', productId, `This is sold in ${price.currency}. Please order it separately.`),
    ];
  const notices: CartNotice[] = [];
  if (available === 0) notices.push(notice('out-of-stock', productId, 'This is out of stock.'));
  const got = clampQuantity(quantity, available);
  if (got < quantity) notices.push(clampNotice(productId, { wanted: quantity, got }));
  if (price.currency === line.currency && price.amount_minor !== seenPriceMinor) {
    const [from, to] = [seenPriceMinor, price.amount_minor];
    const [before, now] = [from, to].map((amountMinor) => formatMoney({ amountMinor, currency }));
    const prices = { from: { amount_minor: from, currency }, to: price };
    notices.push(
      notice('price-changed', productId, `The price was ${before} and is now ${now}.`, { from, to, prices }),
    );
  }
  return notices;
}

/** Returns what has changed since a line was saved for later. Stock matters only when it is in the cart again. */
export function savedNoticesOf(line: StoredCartLine, sellable: Sellable): CartNotice[] {
  const { price } = sellable;
  return noticesOf(line, sellable, price?.currency ?? line.currency).filter(
    ({ kind }) => kind !== 'quantity-clamped',
  );
}
