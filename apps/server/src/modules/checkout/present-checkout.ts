import type { Checkout as CheckoutResource } from '@kindred/contracts';
import { presentBreakdown, presentShippingMethod, type ShippingMethod } from '../pricing/index.ts';
import { type Checkout, missingDetails } from './checkout.ts';
import type { Basket } from './price-basket.ts';

export function presentCheckout(
  checkout: Checkout,
  { quote, goods }: Basket,
  shippingMethods: readonly ShippingMethod[],
): CheckoutResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: quote.currency });
  return {
    checkout_id: checkout.checkoutId,
    state: checkout.state === 'abandoned' ? 'open' : checkout.state,
    email: checkout.email,
    shipping_address: checkout.shippingAddress,
    shipping_method_id: checkout.shippingMethodId,
    shipping_methods: shippingMethods.map(presentShippingMethod),
    lines: quote.lines.map((line) => {
      const { title, imageUrl, available } = goods.get(line.productId)!;
      return {
        product_id: line.productId,
        title,
        image_url: imageUrl,
        quantity: line.quantity,
        available: Math.max(0, available),
        unit_price: money(line.unitPriceMinor),
        discount: money(line.discountMinor),
        tax: money(line.taxMinor),
        total: money(line.totalMinor),
      };
    }),
    breakdown: presentBreakdown(quote),
    missing: missingDetails(checkout),
    order_id: checkout.orderId,
  };
}
