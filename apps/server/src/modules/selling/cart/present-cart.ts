import type { Cart, CartEstimate, CartItem, CartNotice, SavedItem } from '@kindred/contracts';
import type { StoredCart, StoredCartLine } from '../../../ports/cart-store.ts';
import type { Offer } from '../../catalogue/catalog/index.ts';
import {
  type Pricing,
  presentBreakdown,
  presentShippingMethod,
  type Quote,
  type QuotedGoods,
  quote,
  quoteCheapest,
  type ShippingMethod,
} from '../pricing/index.ts';
import { clampQuantity, type Sellable } from './cart.ts';
import { noticesOf, savedNoticesOf } from './cart-notices.ts';

type Offers = ReadonlyMap<number, Offer>;

export function sellableOf({ product, isListed, available }: Offer): Sellable {
  const price = isListed ? product.price : null;
  return { price, available: price === null ? 0 : available };
}

/** The currency of the first line that can be bought. A cart is paid in one currency. */
export function currencyOf(lines: readonly StoredCartLine[], offers: Offers): string | undefined {
  for (const { productId } of lines) {
    const offer = offers.get(productId);
    const price = offer && sellableOf(offer).price;
    if (price) return price.currency;
  }
  return lines[0]?.currency;
}

/** Returns undefined if the line does not count, because it cannot be bought with the rest. */
function goodOf(
  { productId, quantity }: StoredCartLine,
  offer: Offer | undefined,
  currency: string | undefined,
): QuotedGoods | undefined {
  const { price, available } = offer ? sellableOf(offer) : { price: null, available: 0 };
  if (price === null || price.currency !== currency) return undefined;
  return { productId, quantity: clampQuantity(quantity, available), unitPriceMinor: price.amount_minor };
}

/** Returns the lines that count, with quantities limited to the stock. */
export function goodsOf(lines: readonly StoredCartLine[], offers: Offers, currency: string): QuotedGoods[] {
  return lines.flatMap((line) => goodOf(line, offers.get(line.productId), currency) ?? []);
}

/** Returns 0 for a deleted product, whose line the database has also deleted. */
export function quantityShown(
  line: StoredCartLine,
  offer: Offer | undefined,
  currency: string | undefined,
): number {
  if (!offer) return 0;
  return goodOf(line, offer, currency)?.quantity ?? line.quantity;
}

function presentProduct(offer: Offer): CartItem['product'] {
  if (sellableOf(offer).price) return offer.product;
  return { ...offer.product, price: null, availability: 'not-for-sale' };
}

function presentItem({
  line,
  seen,
  offer,
  currency,
  told,
}: {
  line: StoredCartLine;
  seen: StoredCartLine;
  offer: Offer;
  currency: string;
  told: readonly CartNotice[];
}): CartItem {
  const sellable = sellableOf(offer);
  const good = goodOf(line, offer, currency);
  const money = (amount_minor: number) => ({ amount_minor, currency });
  const { seenPriceMinor, currency: seenCurrency } = seen;
  return {
    product: presentProduct(offer),
    color: offer.color,
    quantity: quantityShown(line, offer, currency),
    unit_price: good ? money(good.unitPriceMinor) : null,
    subtotal: good ? money(good.unitPriceMinor * good.quantity) : null,
    available: sellable.available,
    notices: [
      ...told.filter((one) => one.product_id === line.productId),
      ...noticesOf({ ...line, seenPriceMinor, currency: seenCurrency }, sellable, currency),
    ],
  };
}

function presentSaved(line: StoredCartLine, offer: Offer): SavedItem {
  const sellable = sellableOf(offer);
  return {
    product: presentProduct(offer),
    color: offer.color,
    quantity: line.quantity,
    unit_price: sellable.price,
    available: sellable.available,
    notices: savedNoticesOf(line, sellable),
  };
}

/** Builds the cart as the shopper sees it. */
export function presentCart({
  cart,
  seen = cart,
  offers,
  pricing,
  shippingMethods,
  country,
  told = [],
  now,
}: {
  cart: StoredCart;
  /** The cart as they last saw it, if it differs from the stored one. */
  seen?: StoredCart | undefined;
  offers: Offers;
  /** Undefined if no line has a price. */
  pricing: Pricing | undefined;
  /** The shipping methods of the country. */
  shippingMethods: readonly ShippingMethod[];
  country: string;
  /** Additional notices of a change. */
  told?: readonly CartNotice[] | undefined;
  now: Date;
}): Cart {
  const currency = currencyOf(cart.lines, offers) ?? null;
  const kept = {
    promo_codes: [...cart.promoCodes],
    saved_items: cart.saved.flatMap((line) => {
      const offer = offers.get(line.productId);
      return offer ? [presentSaved(line, offer)] : [];
    }),
    merged_item_count: cart.mergedItemCount,
  };
  if (currency === null || !pricing)
    return { ...kept, items: [], item_count: 0, currency, breakdown: null, estimate: null, notices: [] };

  const seenOf = new Map(seen.lines.map((line) => [line.productId, line]));
  const items = cart.lines.flatMap((line) => {
    const offer = offers.get(line.productId);
    if (!offer) return [];
    return [presentItem({ line, seen: seenOf.get(line.productId) ?? line, offer, currency, told })];
  });
  const { promotions, personUses, taxRate } = pricing;
  const basket = { lines: goodsOf(cart.lines, offers, currency), currency, promotions, personUses, now };
  const unknown = pricing.unknownCodes.map((code) => ({ code, reason: 'unknown-code' as const }));
  const present = (quoted: Quote) =>
    presentBreakdown({ ...quoted, refused: [...quoted.refused, ...unknown] });
  const { shippingMethod, quote: estimated } = quoteCheapest({ ...basket, taxRate }, shippingMethods);
  const estimate: CartEstimate | null =
    basket.lines.length === 0
      ? null
      : {
          country,
          shipping_method: shippingMethod ? presentShippingMethod(shippingMethod, now) : null,
          breakdown: present(estimated),
        };
  return {
    ...kept,
    items,
    item_count: items.reduce((count, { quantity }) => count + quantity, 0),
    currency,
    breakdown: present(quote(basket)),
    estimate,
    notices: items.flatMap(({ notices }) => notices),
  };
}
