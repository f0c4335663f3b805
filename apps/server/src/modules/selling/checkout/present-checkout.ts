import type {
  CheckoutChange,
  Checkout as CheckoutResource,
  PaymentMethod as MethodResource,
} from '@kindred/contracts';
import type { PaymentMethod } from '../../../ports/payment-gateway.ts';
import { presentBreakdown, presentShippingMethod, type ShippingMethod } from '../pricing/index.ts';
import { type Checkout, missingDetails } from './checkout.ts';
import type { Basket } from './price-basket.ts';

export interface CheckoutView {
  readonly checkout: Checkout;
  readonly basket: Basket;
  readonly shippingMethods: readonly ShippingMethod[];
  readonly notices: readonly CheckoutChange[];
  readonly lastFailure: CheckoutResource['last_failure'];
  readonly payment: CheckoutResource['payment'];
  readonly now: Date;
}

export function presentCheckout({
  checkout,
  basket: { quote, goods },
  shippingMethods,
  notices,
  lastFailure,
  payment,
  now,
}: CheckoutView): CheckoutResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: quote.currency });
  const missing = missingDetails(checkout);
  const isLost = notices.some(({ kind }) => kind === 'shipping-method');
  return {
    checkout_id: checkout.checkoutId,
    state: checkout.state,
    email: checkout.email,
    shipping_address: checkout.shippingAddress,
    shipping_method_id: isLost ? null : checkout.shippingMethodId,
    shipping_methods: shippingMethods.map((method) => presentShippingMethod(method, now)),
    payment_method: checkout.paymentMethod && presentPaymentMethod(checkout.paymentMethod),
    draft: checkout.draft,
    notices: [...notices],
    last_failure: lastFailure,
    lines: quote.lines.map((line) => {
      const { title, imageUrl, available } = goods.get(line.productId)!;
      return {
        product_id: line.productId,
        title,
        image_url: imageUrl,
        quantity: line.quantity,
        available: Math.max(0, available),
        unit_price: money(line.unitPriceMinor),
        subtotal: money(line.unitPriceMinor * line.quantity),
        discount: money(line.discountMinor),
        tax: money(line.taxMinor),
        total: money(line.totalMinor),
      };
    }),
    breakdown: presentBreakdown(quote),
    missing: isLost ? [...missing, 'shipping_method_id'] : missing,
    order_id: checkout.orderId,
    payment,
  };
}

function presentPaymentMethod({ id, ...method }: PaymentMethod): MethodResource {
  return { payment_method_id: id, ...method };
}
