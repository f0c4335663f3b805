import { arrivalText, formatMoney } from '@kindred/shop-types';
import type { MailData, OrderMailData } from '../mail.ts';
import type { MailContent, MailFact } from './mail-content.ts';

export function aboutOrder(order: OrderMailData, link: string) {
  return {
    order,
    actions: [{ label: 'View your order', link }],
    footer: `You received this email because of order ${order.order_number}.`,
  };
}

export function orderConfirmedMail({ order, link }: MailData['order-confirmed']): MailContent {
  const { arrival } = order;
  return {
    subject: `Order ${order.order_number} is confirmed`,
    preview: 'We will tell you as soon as it is on its way.',
    heading: 'Thank you for your order',
    paragraphs: ['Your order is paid and confirmed. We will tell you as soon as it is on its way.'],
    facts: arrival ? [{ label: 'It should arrive', value: arrivalText(arrival) }] : [],
    ...aboutOrder(order, link),
  };
}

type Parcel = MailData['order-delivered']['parcel'];

function inParcel(parcel: Parcel): MailFact[] {
  if (!parcel) return [];
  return [{ label: 'In this parcel', value: inWords(parcel.lines) }];
}

export function inWords(lines: NonNullable<Parcel>['lines']): string {
  return lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ');
}

/** Returns “Order K-1” or “Part of order K-1”. */
function subjectOf(order: OrderMailData, parcel: Parcel): string {
  const isPart = parcel?.is_whole_order === false;
  return `${isPart ? 'Part of order' : 'Order'} ${order.order_number}`;
}

export function orderShippedMail({
  order,
  link,
  carrier,
  tracking_number,
  parcel,
}: MailData['order-shipped']): MailContent {
  const facts = inParcel(parcel);
  if (carrier) facts.push({ label: 'Carrier', value: carrier });
  if (tracking_number) facts.push({ label: 'Tracking number', value: tracking_number });
  return {
    subject: `${subjectOf(order, parcel)} is on its way`,
    preview: carrier ? `It is now with ${carrier}.` : 'It has left our warehouse.',
    heading: `${parcel?.is_whole_order === false ? 'Part of your order' : 'Your order'} is on its way`,
    paragraphs: [
      carrier ? `It has left our warehouse and is now with ${carrier}.` : 'It has left our warehouse.',
    ],
    facts,
    ...aboutOrder(order, link),
  };
}

export function orderDeliveredMail({ order, link, parcel }: MailData['order-delivered']): MailContent {
  return {
    subject: `${subjectOf(order, parcel)} was delivered`,
    preview: 'We hope that you like it.',
    heading: `${parcel?.is_whole_order === false ? 'Part of your order' : 'Your order'} was delivered`,
    paragraphs: ['We hope that you like it. Whether you do or not, your review helps other shoppers.'],
    facts: inParcel(parcel),
    ...aboutOrder(order, link),
  };
}

export function orderCancelledMail({ order, link, reason }: MailData['order-cancelled']): MailContent {
  return {
    subject: `Order ${order.order_number} was cancelled`,
    preview: reason,
    heading: 'Your order was cancelled',
    paragraphs: ['We will not send anything. If you have already paid, we will refund you the way you paid.'],
    facts: [{ label: 'Reason', value: reason }],
    ...aboutOrder(order, link),
  };
}

const notPaid: Readonly<Record<MailData['order-not-paid']['reason'], string>> = {
  'payment-unavailable': 'Our payment provider did not answer. You have not been charged.',
  'payment-failed': 'The payment did not go through. You have not been charged.',
  'not-paid-in-time': 'It was not paid in time. You have not been charged.',
};

export function orderNotPaidMail({
  order,
  link,
  reason,
  cart_link,
}: MailData['order-not-paid']): MailContent {
  const about = aboutOrder(order, link);
  const toCart = { label: 'Go to your cart', link: cart_link ?? '' };
  return {
    subject: `Order ${order.order_number} was cancelled`,
    preview: notPaid[reason],
    heading: 'Your order was cancelled',
    paragraphs: [
      notPaid[reason],
      cart_link === null
        ? 'We will not send anything.'
        : 'We will not send anything. The products are still in your cart if you want to try again.',
    ],
    ...about,
    actions: cart_link === null ? about.actions : [toCart, ...about.actions],
  };
}

export function orderRefundedMail({ order, link, refunded_minor }: MailData['order-refunded']): MailContent {
  const amount = formatMoney({ amountMinor: refunded_minor, currency: order.currency });
  return {
    subject: `Refund of ${amount} for order ${order.order_number}`,
    preview: 'We refund you the way you paid.',
    heading: `Your refund of ${amount} is on its way`,
    paragraphs: ['We refund you the way you paid. Your bank may take a few working days to show it.'],
    facts: [{ label: 'Refund', value: amount }],
    ...aboutOrder(order, link),
  };
}
