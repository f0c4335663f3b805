import { isResizable, pictureAt } from '@kindred/shop-types';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { findEntries } from '../catalog/index.ts';
import { type MailData, type OrderMailData, queueMail } from '../mails/index.ts';
import type { Order } from './order.ts';
import { signOrderAccess } from './order-access.ts';
import type { OrderContext } from './order-context.ts';
import { shippableUnits } from './order-units.ts';

async function mailData(
  { publicUrl, picturesUrl }: OrderContext,
  db: Database | Transaction,
  order: Order,
): Promise<OrderMailData> {
  const entries = await findEntries(
    db,
    order.lines.map(({ productId }) => productId),
  );
  const pictureOf = (productId: number) => {
    const url = entries.get(productId)?.product.image_url ?? null;
    if (url === null) return null;
    // Twice as wide as it is shown; many mail programs know no newer format.
    return isResizable(url) ? picturesUrl + pictureAt(url, 160, 'jpg') : publicUrl + url;
  };
  return {
    order_number: order.orderNumber,
    placed_at: order.createdAt,
    currency: order.currency,
    lines: order.lines.map(({ productId, title, quantity, unitPriceMinor }) => ({
      title,
      quantity,
      // Before discount and added tax, which the breakdown names.
      total_minor: quantity * unitPriceMinor,
      picture: pictureOf(productId),
    })),
    subtotal_minor: order.subtotalMinor,
    discount_minor: order.discountMinor,
    shipping_minor: order.shippingMinor,
    tax_minor: order.taxMinor,
    is_tax_inclusive: order.isTaxInclusive,
    tax_name: order.taxName,
    total_minor: order.totalMinor,
    shipping_address: order.shippingAddress,
    shipping_method: order.shippingMethodName,
  };
}

type OrderMail =
  | { kind: 'order-confirmed' }
  | { kind: 'order-delivered' | 'order-shipped'; shipmentId: string }
  | { kind: 'order-cancelled'; reason: string }
  | { kind: 'order-not-paid'; reason: MailData['order-not-paid']['reason']; isInCart: boolean }
  | { kind: 'order-refunded'; refunded_minor: number; refundId: string };

/** Tells the buyer, once the transaction is committed; each thing once. */
export async function queueOrderMail(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  mail: OrderMail,
): Promise<void> {
  if (order.email === null) return;
  const link = `${context.publicUrl}/orders/${order.orderId}?access=${await signOrderAccess(context.secret, order.orderId)}`;
  const data = { order: await mailData(context, tx, order), link };
  const recipient = order.email;
  const onceKey = `${mail.kind}:${order.orderId}`;
  switch (mail.kind) {
    case 'order-confirmed':
      return queueMail(tx, { kind: mail.kind, recipient, data, onceKey });
    case 'order-shipped': {
      const parcel = parcelOf(order, mail.shipmentId);
      const { carrier, trackingNumber: tracking_number } = parcel.shipment;
      return queueMail(tx, {
        kind: mail.kind,
        recipient,
        data: { ...data, carrier, tracking_number, parcel: parcel.content },
        onceKey: `${onceKey}:${mail.shipmentId}`,
      });
    }
    case 'order-delivered':
      return queueMail(tx, {
        kind: mail.kind,
        recipient,
        data: { ...data, parcel: parcelOf(order, mail.shipmentId).content },
        onceKey: `${onceKey}:${mail.shipmentId}`,
      });
    case 'order-cancelled':
      return queueMail(tx, { kind: mail.kind, recipient, data: { ...data, reason: mail.reason }, onceKey });
    case 'order-not-paid': {
      const cart_link = mail.isInCart ? `${context.publicUrl}/cart` : null;
      const { kind, reason } = mail;
      return queueMail(tx, { kind, recipient, data: { ...data, reason, cart_link }, onceKey });
    }
    case 'order-refunded':
      return queueMail(tx, {
        kind: mail.kind,
        recipient,
        data: { ...data, refunded_minor: mail.refunded_minor },
        onceKey: `${onceKey}:${mail.refundId}`,
      });
    default:
      mail satisfies never;
  }
}

function parcelOf({ lines, shipments }: Order, shipmentId: string) {
  const shipment = shipments.find((one) => one.shipmentId === shipmentId)!;
  const titles = new Map(lines.map(({ productId, title }) => [productId, title]));
  const content = {
    lines: shipment.lines.map(({ productId, quantity }) => ({ title: titles.get(productId)!, quantity })),
    is_whole_order: shipments.length === 1 && lines.every((line) => shippableUnits(line) === 0),
  };
  return { shipment, content };
}
