import { type Quote, type QuoteRequest, quote } from './quote.ts';
import type { ShippingMethod } from './shipping-and-tax.ts';

/** Quotes the basket with its cheapest shipping method, the first if several cost the same, or without one if none is available. */
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
