import type { Transaction } from '../../../platform/postgres/database.ts';
import { type MailData, mailPicture, type OrderMailData, queueMail } from '../../mailing/mails/index.ts';
import type { Order, StockedLine } from './order.ts';
import { signOrderAccess } from './order-access.ts';
import type { OrderContext } from './order-context.ts';
import { shippableUnits } from './order-units.ts';
import { deliveryEstimate } from './present-order.ts';

function mailData(context: OrderContext, order: Order): OrderMailData {
  return {
    order_number: order.orderNumber,
    placed_at: order.createdAt,
    currency: order.currency,
    lines: order.lines.map(({ title, quantity, unitPriceMinor, imageUrl }) => ({
      title,
      quantity,
      // Before discount and added tax, which the breakdown lists.
      total_minor: quantity * unitPriceMinor,
      picture: mailPicture(imageUrl, context),
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
    arrival: deliveryEstimate(order),
  };
}

type OrderMail =
  | { kind: 'order-confirmed' }
  | { kind: 'order-delivered' | 'order-shipped'; shipmentId: string }
  | { kind: 'order-cancelled'; reason: string }
  | { kind: 'order-not-paid'; reason: MailData['order-not-paid']['reason']; isInCart: boolean }
  | { kind: 'order-refunded'; refunded_minor: number; refundId: string };

async function orderLink({ publicUrl, secret }: OrderContext, { orderId }: Order): Promise<string> {
  return `${publicUrl}/orders/${orderId}?access=${await signOrderAccess(secret, orderId)}`;
}

/** Mails the buyer about each state of a return, once per state. */
export async function queueReturnMail(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  returnId: string,
): Promise<void> {
  const one = order.returns.find((candidate) => candidate.returnId === returnId)!;
  const { status } = one;
  // A refund has a mail of its own.
  if (order.email === null || status === 'settled') return;
  const refund = order.refunds.find(({ refundId }) => refundId === one.refundId);
  await queueMail(tx, {
    kind: 'order-return',
    recipient: order.email,
    data: {
      order: mailData(context, order),
      link: await orderLink(context, order),
      status,
      answer: one.answer,
      lines: namedLines(order, one.lines),
      refunded_minor: refund?.amountMinor ?? 0,
    },
    onceKey: `order-return:${returnId}:${status}`,
  });
}

function namedLines(order: Pick<Order, 'lines'>, lines: readonly StockedLine[]) {
  const titles = new Map(order.lines.map(({ productId, title }) => [productId, title]));
  return lines.map(({ productId, quantity }) => ({ title: titles.get(productId)!, quantity }));
}

/** Queues a mail to the buyer, which is sent after the commit, once per event. */
export async function queueOrderMail(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  mail: OrderMail,
): Promise<void> {
  if (order.email === null) return;
  const data = { order: mailData(context, order), link: await orderLink(context, order) };
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

function parcelOf(order: Order, shipmentId: string) {
  const { lines, shipments } = order;
  const shipment = shipments.find((one) => one.shipmentId === shipmentId)!;
  const content = {
    lines: namedLines(order, shipment.lines),
    is_whole_order: shipments.length === 1 && lines.every((line) => shippableUnits(line) === 0),
  };
  return { shipment, content };
}
