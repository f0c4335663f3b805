import { formatMoney } from '@kindred/shop-types';
import type { MailData } from '../mail.ts';
import type { MailContent } from './mail-content.ts';
import { aboutOrder, inWords } from './order-mails.ts';

type ReturnMail = MailData['order-return'];

export function orderReturnMail(mail: ReturnMail): MailContent {
  const { order, link, lines, answer, status } = mail;
  const { subject, paragraphs } = wordsOf(mail);
  const facts = [{ label: 'Goods', value: inWords(lines) }];
  if (answer !== '' && status === 'approved') facts.push({ label: 'How to send it back', value: answer });
  if (answer !== '' && status === 'refused') facts.push({ label: 'Reason', value: answer });
  return {
    subject: `${subject} (order ${order.order_number})`,
    preview: paragraphs[0]!,
    heading: subject,
    paragraphs,
    facts,
    ...aboutOrder(order, link),
  };
}

function wordsOf({ status, order, refunded_minor }: ReturnMail): {
  subject: string;
  paragraphs: [string, ...string[]];
} {
  switch (status) {
    case 'requested':
      return {
        subject: 'We have your return request',
        paragraphs: ['We look at it and write to you. Please do not send anything back before that.'],
      };
    case 'approved':
      return {
        subject: 'You can send your goods back',
        paragraphs: ['Your return is approved. Please put the order number into the parcel.'],
      };
    case 'refused':
      return {
        subject: 'We cannot take your goods back',
        paragraphs: ['We looked at your return request and have to refuse it.'],
      };
    case 'withdrawn':
      return {
        subject: 'Your return is withdrawn',
        paragraphs: ['You keep the goods, and nothing is to be sent back.'],
      };
    case 'received': {
      const amount = formatMoney({ amountMinor: refunded_minor, currency: order.currency });
      return {
        subject: 'Your return has arrived',
        paragraphs: [
          refunded_minor === 0
            ? 'Thank you. Nothing is left to be paid back for it.'
            : `Thank you. We refund ${amount}, the way you paid, and tell you when it is on its way.`,
        ],
      };
    }
    default:
      status satisfies never;
      throw new Error(`There are no words for a return that is ${status as string}.`);
  }
}
