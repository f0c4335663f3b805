import { formatMoney } from '@kindred/shop-types';
import type { MailData, OrderMailData } from '../mail.ts';
import type { MailContent, MailFact } from './mail-content.ts';

function aboutOrder(order: OrderMailData, link: string) {
  return {
    order,
    actions: [{ label: 'View your order', link }],
    footer: `You get this mail because of order ${order.order_number} at Kindred.`,
  };
}

export function orderConfirmedMail({ order, link }: MailData['order-confirmed']): MailContent {
  return {
    subject: `Order ${order.order_number} is confirmed`,
    preview: 'We tell you as soon as it is on its way.',
    heading: 'Thank you for your order',
    paragraphs: ['It is paid and confirmed. We tell you as soon as it is on its way.'],
    ...aboutOrder(order, link),
  };
}

export function orderShippedMail({
  order,
  link,
  carrier,
  tracking_number,
}: MailData['order-shipped']): MailContent {
  const facts: MailFact[] = [];
  if (carrier) facts.push({ label: 'Carrier', value: carrier });
  if (tracking_number) facts.push({ label: 'Tracking number', value: tracking_number });
  return {
    subject: `Order ${order.order_number} is on its way`,
    preview: carrier ? `It is with ${carrier} now.` : 'It has left our warehouse.',
    heading: 'Your order is on its way',
    paragraphs: [
      carrier ? `It has left our warehouse and is with ${carrier} now.` : 'It has left our warehouse.',
    ],
    facts,
    ...aboutOrder(order, link),
  };
}

export function orderDeliveredMail({ order, link }: MailData['order-delivered']): MailContent {
  return {
    subject: `Order ${order.order_number} was delivered`,
    preview: 'We hope that you like it.',
    heading: 'Your order was delivered',
    paragraphs: [
      'We hope that you like it. If you do, or if you do not, a review helps others to find what fits.',
    ],
    ...aboutOrder(order, link),
  };
}

export function orderCancelledMail({ order, link, reason }: MailData['order-cancelled']): MailContent {
  return {
    subject: `Order ${order.order_number} was cancelled`,
    preview: reason,
    heading: 'Your order was cancelled',
    paragraphs: ['Nothing will be sent. If you have paid already, the money goes back the way it came.'],
    facts: [{ label: 'Reason', value: reason }],
    ...aboutOrder(order, link),
  };
}

export function orderRefundedMail({ order, link, refunded_minor }: MailData['order-refunded']): MailContent {
  const amount = formatMoney({ amountMinor: refunded_minor, currency: order.currency });
  return {
    subject: `${amount} back for order ${order.order_number}`,
    preview: 'It goes back the way you paid.',
    heading: `${amount} is on its way back`,
    paragraphs: ['The money goes back the way you paid. Banks take a few working days to show it.'],
    facts: [{ label: 'Refund', value: amount }],
    ...aboutOrder(order, link),
  };
}
