/** @file Finds the differences from what the shopper was shown, and describes them. Pure. */
import type { CheckoutChange, ShownBasket } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { type Refusal, refusalMessage } from '../pricing/index.ts';
import type { Basket } from './price-basket.ts';

type ShownLine = ShownBasket['lines'][number];

/** What a page showed, as far as the caller says. */
export type Shown = Partial<Omit<ShownBasket, 'lines'>> & {
  readonly lines: readonly (Pick<ShownLine, 'product_id' | 'quantity'> & Partial<ShownLine>)[];
};

function changeOf(
  kind: CheckoutChange['kind'],
  message: string,
  rest: Partial<Pick<CheckoutChange, 'from' | 'product_id' | 'to'>> = {},
): CheckoutChange {
  return { kind, product_id: null, from: null, to: null, message, ...rest };
}

export function changesSince(
  shown: Shown,
  { quote, goods }: Pick<Basket, 'goods' | 'quote'>,
): CheckoutChange[] {
  const { currency } = quote;
  const words = (amountMinor: number) => formatMoney({ amountMinor, currency });
  const shownById = new Map(shown.lines.map((line) => [line.product_id, line]));

  const ofLines = quote.lines.flatMap(({ productId: product_id, quantity, unitPriceMinor }) => {
    const { title, available } = goods.get(product_id)!;
    const before = shownById.get(product_id);
    const changes: CheckoutChange[] = [];
    if (available <= 0)
      return [
        changeOf('sold-out', `${title} is sold out.`, { product_id, from: before?.quantity ?? null, to: 0 }),
      ];
    if (!before)
      return [changeOf('quantity', `${title} is new in your cart.`, { product_id, from: 0, to: quantity })];
    if (before.quantity !== quantity) {
      const why = quantity === available ? `only ${available} left` : `now ${quantity}`;
      const message = `${title}: ${why}, not ${before.quantity}.`;
      changes.push(changeOf('quantity', message, { product_id, from: before.quantity, to: quantity }));
    }
    const from = before.unit_price?.amount_minor;
    if (from !== undefined && before.unit_price?.currency === currency && from !== unitPriceMinor) {
      const message = `${title} costs ${words(unitPriceMinor)} now. It was ${words(from)}.`;
      changes.push(changeOf('price', message, { product_id, from, to: unitPriceMinor }));
    }
    return changes;
  });
  const gone = shown.lines
    .filter(({ product_id }) => !quote.lines.some(({ productId }) => productId === product_id))
    .map(({ product_id, quantity }) =>
      changeOf('quantity', `${goods.get(product_id)?.title ?? 'Something'} is no longer in your cart.`, {
        product_id,
        from: quantity,
        to: 0,
      }),
    );

  /** `from` is undefined if the caller did not say what was shown. */
  function ofAmount(
    kind: 'discount' | 'shipping' | 'tax',
    name: string,
    before: { amount_minor: number } | null | undefined,
    to: number,
  ): CheckoutChange[] {
    if (before === undefined || (before?.amount_minor ?? 0) === to) return [];
    const from = before?.amount_minor ?? null;
    return [changeOf(kind, `${name} is ${words(to)} now. It was ${words(from ?? 0)}.`, { from, to })];
  }

  const ofDiscount = ofAmount('discount', 'The discount', shown.discount, quote.discountMinor);
  const ofShipping = ofAmount('shipping', 'Delivery', shown.shipping, quote.shippingMinor);
  // A code that was shown as refused changes nothing.
  const mayHaveCounted = shown.discount === undefined || ofDiscount.length + ofShipping.length > 0;
  return [
    ...ofLines,
    ...gone,
    ...(mayHaveCounted ? quote.refused.map((refusal) => refusedCode(refusal, currency)) : []),
    ...ofDiscount,
    ...ofShipping,
    ...ofAmount('tax', quote.taxName ?? 'Tax', shown.tax, quote.taxMinor),
  ];
}

export function refusedCode(refusal: Refusal, currency: string): CheckoutChange {
  return changeOf('promo-code', `${refusal.code}: ${refusalMessage(refusal, currency)}`);
}

/** The chosen shipping method is not, or no longer, offered for the address. */
export function lostMethod(name: string): CheckoutChange {
  return changeOf(
    'shipping-method',
    `${name} is not available for this address. Please choose another delivery method.`,
  );
}
