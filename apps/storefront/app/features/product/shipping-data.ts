import type { Money, ShippingMethod } from '@kindred/contracts';
import { decimalOf } from './decimal-of.ts';

/** What it costs, and how long it takes, to send one piece to the country, in the words of schema.org: one entry per method. */
export function shippingData(methods: readonly ShippingMethod[], country: string, price: Money) {
  return methods
    .filter(
      (method) =>
        method.price.currency === price.currency &&
        (method.countries.length === 0 || method.countries.includes(country)),
    )
    .map(({ price: cost, free_from: freeFrom, min_days, max_days }) => {
      const isFree = freeFrom !== null && price.amount_minor >= freeFrom.amount_minor;
      return {
        '@type': 'OfferShippingDetails',
        shippingRate: {
          '@type': 'MonetaryAmount',
          value: decimalOf(isFree ? { ...cost, amount_minor: 0 } : cost),
          currency: cost.currency,
        },
        shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
        deliveryTime: {
          '@type': 'ShippingDeliveryTime',
          transitTime: {
            '@type': 'QuantitativeValue',
            minValue: min_days,
            maxValue: max_days,
            unitCode: 'DAY',
          },
        },
      };
    });
}
