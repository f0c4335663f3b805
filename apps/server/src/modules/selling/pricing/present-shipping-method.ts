import type { ShippingMethod as ShippingMethodResource } from '@kindred/contracts';
import { deliveryDates } from './delivery-dates.ts';
import type { ShippingMethod } from './shipping-and-tax.ts';

export function presentShippingMethod(method: ShippingMethod, now: Date): ShippingMethodResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: method.currency });
  return {
    shipping_method_id: method.shippingMethodId,
    name: method.name,
    description: method.description,
    price: money(method.priceMinor),
    free_from: method.freeFromMinor === null ? null : money(method.freeFromMinor),
    min_days: method.minDays,
    max_days: method.maxDays,
    delivery: deliveryDates(method, now),
    countries: [...method.countries],
  };
}
