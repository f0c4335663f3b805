import type { OrderMailData } from '../mail.ts';
import type { MailSender } from '../mail-sender.ts';
import type { MailContent } from './mail-content.ts';
import { moneyOf, orderTotals, parcelAddress, placedOn } from './order-totals.ts';

/** Lays the mail out as plain text, with the same words in the same order. */
export function layOutText(content: MailContent, { company }: MailSender): string {
  const {
    heading,
    paragraphs,
    facts = [],
    actions = [],
    order,
    products = [],
    notes = [],
    footer,
    footerAction,
  } = content;
  const blocks = [
    heading,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...actions.map(({ label, link }) => `${label}:\n${link}`),
    order ? orderText(order) : '',
    ...products.map(({ title, news, link }) => `${title}\n${news}\n${link}`),
    ...notes,
    ['-- ', footer, footerAction ? `${footerAction.label}: ${footerAction.link}` : '', company]
      .filter(Boolean)
      .join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function orderText(order: OrderMailData): string {
  const money = moneyOf(order);
  const { rows, total, includedTax } = orderTotals(order);
  const address = parcelAddress(order);
  const blocks = [
    `Order ${order.order_number}, ${placedOn(order)}`,
    order.lines
      .map(({ title, quantity, total_minor }) => `${quantity} × ${title}\n    ${money(total_minor)}`)
      .join('\n'),
    [
      ...rows.map(({ label, amount }) => `${label}: ${amount}`),
      `Total: ${total}`,
      ...(includedTax ? [includedTax] : []),
    ].join('\n'),
    address.length > 0 ? ['Delivery to:', ...address].join('\n') : '',
  ];
  return blocks.filter(Boolean).join('\n\n');
}
