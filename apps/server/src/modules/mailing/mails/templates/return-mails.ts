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
        paragraphs: ['We will look at it and write to you. Please do not send anything back until then.'],
      };
    case 'approved':
      return {
        subject: 'You can send your goods back',
        paragraphs: ['Your return is approved. Please put the order number into the parcel.'],
      };
    case 'refused':
      return {
        subject: 'We cannot take your goods back',
        paragraphs: ['We have looked at your return request and cannot accept it.'],
      };
    case 'withdrawn':
      return {
        subject: 'Your return is withdrawn',
        paragraphs: ['You keep the goods and need not send anything back.'],
      };
    case 'received': {
      const amount = formatMoney({ amountMinor: refunded_minor, currency: order.currency });
      return {
        subject: 'Your return has arrived',
        paragraphs: [
          refunded_minor === 0
            ? 'Thank you. No money is left to be refunded for it.'
            : `Thank you. We will refund ${amount} the way you paid, and tell you when the refund is on its way.`,
        ],
      };
    }
    default:
      status satisfies never;
      throw new Error(`The state “${status as string}” of a return has no mail.`);
  }
}
