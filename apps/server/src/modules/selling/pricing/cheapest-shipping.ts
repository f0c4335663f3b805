import { type Quote, type QuoteRequest, quote } from './quote.ts';
import type { ShippingMethod } from './shipping-and-tax.ts';

/** The basket by the way of sending that comes cheapest for it; the first of several. Without one where there is none. */
export function quoteCheapest(
  basket: Omit<QuoteRequest, 'shippingMethod'>,
  methods: readonly ShippingMethod[],
): { shippingMethod: ShippingMethod | undefined; quote: Quote } {
  const [first, ...others] = methods.map((shippingMethod) => ({
    shippingMethod,
    quote: quote({ ...basket, shippingMethod }),
  }));
  if (!first) return { shippingMethod: undefined, quote: quote(basket) };
  return others.reduce((best, next) => (next.quote.totalMinor < best.quote.totalMinor ? next : best), first);
}
