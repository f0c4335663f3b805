/** @file The delivery that a product's page promises: the cheapest to the shop's default country. */
import type { Money, ShippingMethod } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { countryNameOf } from '../address/countries.ts';
import { workingDays } from '../info/working-days.ts';

export interface Delivery {
  /** The name of the shop's default country. */
  country: string;
  /** The methods that deliver there, the cheapest first. */
  methods: ShippingMethod[];
}

/** Null if the shop does not say how it delivers. */
export async function loadDelivery({ api, optional }: ApiAnswers): Promise<Delivery | null> {
  const [shop, all] = await Promise.all([optional(api.shop()), optional(api.shippingMethods())]);
  if (!shop || !all) return null;
  const methods = all.items.filter(
    ({ countries }) => countries.length === 0 || countries.includes(shop.default_country),
  );
  return { country: countryNameOf(shop.default_country), methods };
}

/** A way to deliver one piece. */
export interface DeliveryOffer {
  name: string;
  /** `3 to 5 working days`. */
  days: string;
  arrival: ShippingMethod['delivery'];
  /** For this product alone. Zero: free. */
  price: Money;
  /** The value of an order from which delivery is free. Null: it is free already, or never. */
  freeFrom: Money | null;
}

/** All ways to deliver one piece, the cheapest first. A method without a price in the product's currency is none. */
export function deliveryOffers(methods: readonly ShippingMethod[], price: Money): DeliveryOffer[] {
  return methods
    .filter((method) => method.price.currency === price.currency)
    .map((method): DeliveryOffer => {
      const { name, price: cost, free_from: freeFrom, delivery: arrival } = method;
      const isFree =
        cost.amount_minor === 0 || (freeFrom !== null && price.amount_minor >= freeFrom.amount_minor);
      const offer = { name, days: workingDays(method), arrival };
      return isFree
        ? { ...offer, price: { ...cost, amount_minor: 0 }, freeFrom: null }
        : { ...offer, price: cost, freeFrom };
    })
    .toSorted((one, other) => one.price.amount_minor - other.price.amount_minor);
}
