import type { OrderEvent as OrderEventResource, Order as OrderResource } from '@kindred/contracts';
import type { Order, OrderEvent } from './order.ts';
import { unitCount } from './order-units.ts';

export function presentOrder(order: Order): OrderResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: order.currency });
  const newest = order.shipments.at(-1);
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
      shipped_quantity: line.shipped,
      refunding_quantity: unitCount(line.refunding),
      refunded_quantity: unitCount(line.refunded),
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
    carrier: newest?.carrier ?? null,
    tracking_number: newest?.trackingNumber ?? null,
    shipments: order.shipments.map((shipment) => ({
      shipment_id: shipment.shipmentId,
      carrier: shipment.carrier,
      tracking_number: shipment.trackingNumber,
      shipped_at: shipment.shippedAt,
      delivered_at: shipment.deliveredAt,
      lines: shipment.lines.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
    })),
    refunds: order.refunds.map((refund) => ({
      refund_id: refund.refundId,
      amount: money(refund.amountMinor),
      status: refund.status,
      requested_at: refund.requestedAt,
      updated_at: refund.updatedAt,
      lines: refund.lines.map((line) => ({ product_id: line.productId, quantity: unitCount(line) })),
    })),
    history: order.history.flatMap((event) => presentEvent(event, order.currency) ?? []),
    cancelled_because: order.cancelledBecause,
    expires_at: order.expiresAt,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
  };
}

/** What a buyer may see of an event. Undefined: it is the shop's own. */
export function presentEvent(
  { eventId, kind, happenedAt, data }: OrderEvent,
  currency: string,
): OrderEventResource | undefined {
  if (kind === 'payment-mismatch') return undefined;
  const { shipment_id, refund_id, amount_minor, reason } = data;
  return {
    event_id: eventId,
    kind,
    happened_at: happenedAt,
    data: {
      ...(shipment_id && { shipment_id }),
      ...(refund_id && { refund_id }),
      ...(amount_minor !== undefined && { amount: { amount_minor, currency } }),
      ...(kind === 'cancelled' && reason && { reason }),
    },
  };
}
