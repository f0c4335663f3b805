import type {
  OrderEvent as OrderEventResource,
  Order as OrderResource,
  OrderReturn as OrderReturnResource,
} from '@kindred/contracts';
import { deliveryDates } from '../pricing/index.ts';
import { cancellable } from './cancellable.ts';
import { invoiceNumber } from './invoice-number.ts';
import type { Order, OrderEvent, OrderReturn } from './order.ts';
import { orderStatusText } from './order-status-text.ts';
import { shippableUnits, unitCount } from './order-units.ts';
import { presentReturnable, returnableUnits } from './returnable-units.ts';

/** @param now decides what can be returned */
export function presentOrder(order: Order, now: Date): OrderResource {
  const money = (amount_minor: number) => ({ amount_minor, currency: order.currency });
  const newest = order.shipments.at(-1);
  return {
    order_id: order.orderId,
    order_number: order.orderNumber,
    status: order.status,
    status_text: orderStatusText(order),
    payment_status: order.paymentStatus,
    fulfilment_status: order.fulfilmentStatus,
    email: order.email,
    is_guest: order.userId === null,
    shipping_address: order.shippingAddress,
    shipping_method: order.shippingMethodName,
    lines: order.lines.map((line) => ({
      product_id: line.productId,
      title: line.title,
      quantity: line.quantity,
      shipped_quantity: line.shipped,
      unshipped_quantity: order.status === 'Pending' ? shippableUnits(line) : 0,
      refunding_quantity: unitCount(line.refunding),
      refunded_quantity: unitCount(line.refunded),
      unit_price: money(line.unitPriceMinor),
      subtotal: money(line.quantity * line.unitPriceMinor),
      discount: money(line.discountMinor),
      tax: money(line.taxMinor),
      total: money(line.totalMinor),
      image_url: line.imageUrl,
      product_available: line.isListed,
      returnable: presentReturnable(returnableUnits(order, line, now)),
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
    returns: order.returns.map(presentReturn),
    delivery_estimate: deliveryEstimate(order),
    cancellation: { ...cancellable(order) },
    payment_action_url: order.paymentStatus === 'action-required' ? order.paymentActionUrl : null,
    invoice: order.invoice && { number: invoiceNumber(order.invoice), issued_at: order.invoice.issuedAt },
    history: order.history.map((event) => presentEvent(event, order.currency)),
    cancelled_because: order.cancelledBecause,
    expires_at: order.expiresAt,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
  };
}

export function presentReturn(one: OrderReturn): OrderReturnResource {
  return {
    return_id: one.returnId,
    status: one.status,
    reason: one.reason,
    note: one.note,
    answer: one.answer,
    lines: one.lines.map(({ productId, quantity }) => ({ product_id: productId, quantity })),
    refund_id: one.refundId,
    requested_at: one.requestedAt,
    updated_at: one.updatedAt,
  };
}

/** Returns null when nothing is left to arrive. */
export function deliveryEstimate({
  status,
  deliveryDays,
  createdAt,
}: Order): OrderResource['delivery_estimate'] {
  if (status !== 'Pending' || deliveryDays === null) return null;
  return deliveryDates(deliveryDays, new Date(createdAt));
}

/** Returns the part of an event that a buyer may see. */
export function presentEvent(
  { eventId, kind, happenedAt, status, paymentStatus, fulfilmentStatus, data }: OrderEvent,
  currency: string,
): OrderEventResource {
  const { shipment_id, refund_id, return_id, amount_minor, reason } = data;
  return {
    event_id: eventId,
    kind,
    happened_at: happenedAt,
    status,
    payment_status: paymentStatus,
    fulfilment_status: fulfilmentStatus,
    data: {
      ...(shipment_id && { shipment_id }),
      ...(refund_id && { refund_id }),
      ...(return_id && { return_id }),
      ...(amount_minor !== undefined && { amount: { amount_minor, currency } }),
      ...(kind === 'cancelled' && reason && { reason }),
    },
  };
}
