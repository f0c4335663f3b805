import { Column } from '@react-email/column';
import { Hr } from '@react-email/hr';
import { Img } from '@react-email/img';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactNode } from 'react';
import type { OrderMailData, OrderMailLine } from '../mail.ts';
import { moneyOf, orderTotals, parcelAddress, placedOn } from './order-totals.ts';
import { colors } from './theme.ts';

const ink = { margin: 0, color: colors.ink, fontSize: 15, lineHeight: '22px' };
const muted = { ...ink, color: colors.muted, fontSize: 14, lineHeight: '20px' };
const strong = { ...ink, fontSize: 16, fontWeight: 600 };
const numbers = { textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;
const cell = { padding: '6px 0', verticalAlign: 'top' } as const;
const rule = { margin: '18px 0', borderColor: colors.line };
const pictureSize = 64;

/** Shows the lines, the sums and the address of an order. */
export function orderSection(order: OrderMailData): ReactNode {
  const money = moneyOf(order);
  const { rows, total, includedTax } = orderTotals(order);
  const address = parcelAddress(order);
  return h(
    Section,
    { style: { marginTop: 32 } },
    h(Text, { className: 'ink', style: strong }, `Order ${order.order_number}`),
    h(Text, { className: 'muted', style: muted }, placedOn(order)),
    h(Hr, { className: 'line', style: rule }),
    table(order.lines.map((line, index) => lineRow(line, money, `${index}`))),
    h(Hr, { className: 'line', style: rule }),
    table([
      ...rows.map(({ label, amount }) => sumRow(label, amount, { className: 'muted', style: muted })),
      sumRow('Total', total, { className: 'ink', style: { ...strong, marginTop: 8 } }),
    ]),
    includedTax !== undefined &&
      h(Text, { className: 'muted', style: { ...muted, fontSize: 12, textAlign: 'right' } }, includedTax),
    address.length > 0 && h(Hr, { className: 'line', style: rule }),
    address.length > 0 &&
      h(Text, { className: 'muted', style: { ...muted, marginBottom: 4 } }, 'Delivery to'),
    address.map((line, index) => h(Text, { key: `${index}`, className: 'ink', style: ink }, line)),
  );
}

function lineRow(line: OrderMailLine, money: (amountMinor: number) => string, key: string): ReactNode {
  return h(
    'tr',
    { key },
    h(Column, { style: { ...cell, width: pictureSize + 16 } }, picture(line)),
    h(
      Column,
      { style: { ...cell, paddingRight: 16 } },
      h(Text, { className: 'ink', style: ink }, line.title),
      h(Text, { className: 'muted', style: muted }, `Quantity ${line.quantity}`),
    ),
    h(
      Column,
      { style: { ...cell, ...numbers } },
      h(Text, { className: 'ink', style: ink }, money(line.total_minor)),
    ),
  );
}

/** Shows a blank tile if there is no picture, or while pictures are not loaded. */
function picture({ picture: src }: OrderMailLine): ReactNode {
  const style = {
    display: 'block',
    width: pictureSize,
    height: pictureSize,
    borderRadius: 8,
    backgroundColor: colors.surface,
    objectFit: 'cover',
  } as const;
  if (src === null) return h('div', { className: 'surface', style });
  return h(Img, { src, alt: '', width: pictureSize, height: pictureSize, className: 'surface', style });
}

function sumRow(
  label: string,
  amount: string,
  look: { className: string; style: Record<string, unknown> },
): ReactNode {
  return h(
    'tr',
    { key: label },
    h(Column, null, h(Text, look, label)),
    h(Column, { style: numbers }, h(Text, look, amount)),
  );
}

function table(rows: ReactNode): ReactNode {
  return h(
    'table',
    { role: 'presentation', width: '100%', border: 0, cellPadding: 0, cellSpacing: 0 },
    h('tbody', null, rows),
  );
}
