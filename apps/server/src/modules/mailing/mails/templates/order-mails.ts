import { arrivalText, formatMoney } from '@kindred/shop-types';
import type { MailData, OrderMailData } from '../mail.ts';
import type { MailContent, MailFact } from './mail-content.ts';

export function aboutOrder(order: OrderMailData, link: string) {
  return {
    order,
    actions: [{ label: 'View your order', link }],
    footer: `You get this mail because of order ${order.order_number}.`,
  };
}

export function orderConfirmedMail({ order, link }: MailData['order-confirmed']): MailContent {
  const { arrival } = order;
  return {
    subject: `Order ${order.order_number} is confirmed`,
    preview: 'We tell you as soon as it is on its way.',
    heading: 'Thank you for your order',
    paragraphs: ['It is paid and confirmed. We tell you as soon as it is on its way.'],
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

/** “Order K-1” or “A part of order K-1”. */
function subjectOf(order: OrderMailData, parcel: Parcel): string {
  const isPart = parcel?.is_whole_order === false;
  return `${isPart ? 'A part of order' : 'Order'} ${order.order_number}`;
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
    preview: carrier ? `It is with ${carrier} now.` : 'It has left our warehouse.',
    heading: `${parcel?.is_whole_order === false ? 'A part of your order' : 'Your order'} is on its way`,
    paragraphs: [
      carrier ? `It has left our warehouse and is with ${carrier} now.` : 'It has left our warehouse.',
    ],
    facts,
    ...aboutOrder(order, link),
  };
}

export function orderDeliveredMail({ order, link, parcel }: MailData['order-delivered']): MailContent {
  return {
    subject: `${subjectOf(order, parcel)} was delivered`,
    preview: 'We hope that you like it.',
    heading: `${parcel?.is_whole_order === false ? 'A part of your order' : 'Your order'} was delivered`,
    paragraphs: [
      'We hope that you like it. If you do, or if you do not, a review helps others to find what fits.',
    ],
    facts: inParcel(parcel),
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

const notPaid: Readonly<Record<MailData['order-not-paid']['reason'], string>> = {
  'payment-unavailable': 'Our payment provider did not answer. Nothing was charged.',
  'payment-failed': 'The payment did not go through. Nothing was charged.',
  'not-paid-in-time': 'It was not paid in time. Nothing was charged.',
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
        ? 'Nothing will be sent.'
        : 'Nothing will be sent. What you chose is still in your cart, if you want to try again.',
    ],
    ...about,
    actions: cart_link === null ? about.actions : [toCart, ...about.actions],
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
