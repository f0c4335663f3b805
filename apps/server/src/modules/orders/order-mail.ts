import { isResizable, pictureAt } from '@kindred/shop-types';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { findEntries } from '../catalog/index.ts';
import { type OrderMailData, queueMail } from '../mails/index.ts';
import type { Order } from './order.ts';
import { signOrderAccess } from './order-access.ts';
import type { OrderContext } from './order-context.ts';

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
  | { kind: 'order-confirmed' | 'order-delivered' }
  | { kind: 'order-shipped'; carrier: string | null; tracking_number: string | null }
  | { kind: 'order-cancelled'; reason: string }
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
    case 'order-delivered':
      return queueMail(tx, { kind: mail.kind, recipient, data, onceKey });
    case 'order-shipped':
      return queueMail(tx, {
        kind: mail.kind,
        recipient,
        data: { ...data, carrier: mail.carrier, tracking_number: mail.tracking_number },
        onceKey,
      });
    case 'order-cancelled':
      return queueMail(tx, { kind: mail.kind, recipient, data: { ...data, reason: mail.reason }, onceKey });
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
