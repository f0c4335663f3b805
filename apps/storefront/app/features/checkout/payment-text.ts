import type { Checkout } from '@kindred/contracts';
import { cardBrandName } from '@kindred/shop-types';

/** “Visa ending in 4242, expires 04/34” */
export function paymentText({ payment_method }: Pick<Checkout, 'payment_method'>): string {
  if (!payment_method) return 'Nothing to pay';
  const { brand, last4, expiry } = payment_method;
  const name = cardBrandName(brand);
  return [last4 === null ? name : `${name} ending in ${last4}`, expiry && `expires ${expiry}`]
    .filter(Boolean)
    .join(', ');
}
