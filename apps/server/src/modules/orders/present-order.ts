import type { Order as OrderResource } from '@kindred/contracts';
import type { Order } from './order.ts';

export function presentOrder(order: Order): OrderResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: order.currency });
  return {
    order_id: order.orderId,
    order_number: order.orderNumber,
    status: order.status,
    payment_status: order.paymentStatus,
    fulfilment_status: order.fulfilmentStatus,
    email: order.email,
    shipping_address: order.shippingAddress,
    shipping_method: order.shippingMethodName,
    lines: order.lines.map((line) => ({
      product_id: line.productId,
      title: line.title,
      quantity: line.quantity,
      refunded_quantity: line.refundedQuantity,
      unit_price: money(line.unitPriceMinor),
      discount: money(line.discountMinor),
      tax: money(line.taxMinor),
      total: money(line.totalMinor),
    })),
    promo_codes: [...order.promoCodes],
    subtotal: money(order.subtotalMinor),
    discount: money(order.discountMinor),
    shipping: money(order.shippingMinor),
    tax: money(order.taxMinor),
    tax_name: order.taxName,
    is_tax_inclusive: order.isTaxInclusive,
    total_price: money(order.totalMinor),
    carrier: order.carrier,
    tracking_number: order.trackingNumber,
    cancelled_because: order.cancelledBecause,
    expires_at: order.expiresAt,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
  };
}
