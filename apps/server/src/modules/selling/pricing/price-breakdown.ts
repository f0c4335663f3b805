import type { PriceBreakdown, PromoRefusal } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import type { Refusal } from './promotion.ts';
import type { Quote } from './quote.ts';

/** Returns a message for the shopper. */
export function refusalMessage(refusal: Refusal, currency: string): string {
  const words = (amountMinor = 0) => formatMoney({ amountMinor, currency });
  switch (refusal.reason) {
    case 'unknown-code':
      return 'We do not know this code.';
    case 'not-active':
      return 'This code is not in use.';
    case 'not-started':
      return 'This code is not valid yet.';
    case 'expired':
      return 'This code is no longer valid.';
    case 'used-up':
      return 'This code has been used up.';
    case 'used-up-by-you':
      return 'You have already used this code.';
    case 'other-currency':
      return `This code is not for prices in ${currency}.`;
    case 'minimum-spend':
      return `This code is for orders of ${words(refusal.minimumMinor)} or more: add ${words(refusal.missingMinor)} more.`;
    case 'not-combinable':
      return 'This code cannot be combined with the others.';
    default:
      return refusal.reason satisfies never;
  }
}

function presentRefusal(refusal: Refusal, currency: string): PromoRefusal {
  const { code, reason, minimumMinor, missingMinor } = refusal;
  const money = (amount_minor: number | undefined) =>
    amount_minor === undefined ? null : { amount_minor, currency };
  return {
    code,
    reason,
    message: refusalMessage(refusal, currency),
    minimum: money(minimumMinor),
    missing: money(missingMinor),
  };
}

/** Converts a quote to the API's form. Shipping and tax are null until they are known. */
export function presentBreakdown(quote: Quote): PriceBreakdown {
  const money = (amountMinor: number) => ({ amount_minor: amountMinor, currency: quote.currency });
  return {
    subtotal: money(quote.subtotalMinor),
    discount: money(quote.discountMinor),
    shipping: quote.shippingMethodId === null ? null : money(quote.shippingMinor),
    tax: quote.taxName === null ? null : money(quote.taxMinor),
    tax_name: quote.taxName,
    is_tax_inclusive: quote.isTaxInclusive,
    total_price: money(quote.totalMinor),
    applied: quote.applied.map(({ code, amountMinor }) => ({ code, amount: money(amountMinor) })),
    refused: quote.refused.map((refusal) => presentRefusal(refusal, quote.currency)),
  };
}
