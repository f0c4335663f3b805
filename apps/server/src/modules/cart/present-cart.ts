import type { Cart, CartNotice } from '@kindred/contracts';
import type { StoredCart, StoredCartLine } from '../../ports/cart-store.ts';
import type { Offer } from '../catalog/index.ts';
import { type Pricing, presentBreakdown, type QuotedGoods, quote } from '../pricing/index.ts';
import { clampQuantity, type Sellable } from './cart.ts';
import { noticesOf } from './cart-notices.ts';

export function sellableOf({ product, isListed, available }: Offer): Sellable {
  const price = isListed ? product.price : null;
  return { price, available: price === null ? 0 : available };
}

/** The first line that can be bought decides; all of a cart is paid in one currency. */
export function currencyOf(
  lines: readonly StoredCartLine[],
  offers: ReadonlyMap<number, Offer>,
): string | undefined {
  for (const { productId } of lines) {
    const offer = offers.get(productId);
    const price = offer && sellableOf(offer).price;
    if (price) return price.currency;
  }
  return lines[0]?.currency;
}

/** Those lines that count, with the quantities that there are. */
export function goodsOf(
  lines: readonly StoredCartLine[],
  offers: ReadonlyMap<number, Offer>,
  currency: string,
): QuotedGoods[] {
  return lines.flatMap(({ productId, quantity }) => {
    const offer = offers.get(productId);
    const { price, available } = offer ? sellableOf(offer) : { price: null, available: 0 };
    if (price?.currency !== currency) return [];
    return [{ productId, quantity: clampQuantity(quantity, available), unitPriceMinor: price.amount_minor }];
  });
}

/**
 * The cart as the shopper sees it. `seen`: as they have seen it before, when that is not what is stored (any more);
 * `told`: what a change has to say besides.
 */
export function presentCart({
  cart,
  seen = cart,
  offers,
  pricing,
  told = [],
  now,
}: {
  cart: StoredCart;
  seen?: StoredCart;
  offers: ReadonlyMap<number, Offer>;
  pricing: Pick<Pricing, 'promotions' | 'unknownCodes'>;
  told?: readonly CartNotice[];
  now: Date;
}): Cart {
  const currency = currencyOf(cart.lines, offers) ?? null;
  if (currency === null)
    return {
      items: [],
      item_count: 0,
      currency,
      promo_codes: [...cart.promoCodes],
      breakdown: null,
      notices: [],
    };
  const seenOf = new Map(seen.lines.map((line) => [line.productId, line]));
  const goods = goodsOf(cart.lines, offers, currency);
  const goodsById = new Map(goods.map((one) => [one.productId, one]));
  const items = cart.lines.flatMap((line) => {
    const offer = offers.get(line.productId);
    // Deleted from the catalogue: the database has taken the line out too.
    if (!offer) return [];
    const sellable = sellableOf(offer);
    const sold = goodsById.get(line.productId);
    const { seenPriceMinor, currency: seenCurrency } = seenOf.get(line.productId) ?? line;
    const money = (amountMinor: number) => ({ amount_minor: amountMinor, currency });
    return [
      {
        product: sellable.price
          ? offer.product
          : { ...offer.product, price: null, availability: 'not_for_sale' as const },
        quantity: sold?.quantity ?? line.quantity,
        unit_price: sold ? money(sold.unitPriceMinor) : null,
        line_total: sold ? money(sold.unitPriceMinor * sold.quantity) : null,
        available: sellable.available,
        notices: [
          ...told.filter((one) => one.product_id === line.productId),
          ...noticesOf({ ...line, seenPriceMinor, currency: seenCurrency }, sellable, currency),
        ],
      },
    ];
  });
  const quoted = quote({ lines: goods, currency, promotions: pricing.promotions, now });
  const unknown = pricing.unknownCodes.map((code) => ({ code, reason: 'unknown-code' as const }));
  return {
    items,
    item_count: items.reduce((count, { quantity }) => count + quantity, 0),
    currency,
    promo_codes: [...cart.promoCodes],
    breakdown: presentBreakdown({ ...quoted, refused: [...quoted.refused, ...unknown] }),
    notices: items.flatMap(({ notices }) => notices),
  };
}
