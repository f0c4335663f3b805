import { addressLines, dayText, formatMoney } from '@kindred/shop-types';
import { givenBack, invoiceNumber, type Order } from '../orders/index.ts';
import { loadFonts } from './invoice-fonts.ts';
import { type Cell, createPageWriter, margin, type PageWriter } from './page-writer.ts';
import type { Seller } from './seller.ts';

export function buyerLines({
  shippingAddress: to,
  email,
}: Pick<Order, 'email' | 'shippingAddress'>): string[] {
  if (!to) return ['The buyer’s data was deleted at their request.'];
  return [to.full_name, ...addressLines(to), email ?? ''].filter(Boolean);
}

/** Draws the invoice of a paid order: A4, tagged, in any script. */
export async function drawInvoice(
  order: Order & { readonly invoice: NonNullable<Order['invoice']> },
  seller: Seller,
): Promise<Buffer> {
  const number = invoiceNumber(order.invoice);
  const sellerLines = [seller.name, ...seller.address, ...seller.registrations, seller.email].filter(Boolean);
  const texts = [...sellerLines, ...buyerLines(order), ...order.lines.map(({ title }) => title)];
  const [{ default: PDFDocument }, fonts] = await Promise.all([
    import('pdfkit'),
    loadFonts([...texts, order.shippingMethodName ?? '', order.taxName ?? '', '−×·']),
  ]);
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: { Title: `Invoice ${number}`, Author: seller.name, CreationDate: new Date(order.invoice.issuedAt) },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const page = createPageWriter(doc, fonts);
  writeHead(page, order, { number, sellerLines });
  writeGoods(page, order);
  writeSums(page, order);
  writeCreditNotes(page, order, number);
  page.end((at, count) => `${seller.name} · Invoice ${number} · Page ${at} of ${count}`);
  doc.end();
  return done;
}

function writeHead(
  page: PageWriter,
  order: Order & { readonly invoice: NonNullable<Order['invoice']> },
  { number, sellerLines }: { number: string; sellerLines: readonly string[] },
): void {
  page.write('H1', `Invoice ${number}`, { size: 22, weight: 'bold' });
  page.space(6);
  page.write('P', `Order ${order.orderNumber}, placed on ${dayText(order.createdAt)}`, { color: 'muted' });
  page.write('P', `Issued and paid on ${dayText(order.invoice.issuedAt)}`, { color: 'muted' });
  page.space(22);
  const top = page.y;
  const half = page.width / 2 - 12;
  const column = (title: string, lines: readonly string[], x: number) => {
    page.y = top;
    page.write('H2', title, { size: 8.5, color: 'muted' }, x, half);
    lines.forEach((line, index) => {
      page.write('P', line, { weight: index === 0 ? 'bold' : 'regular' }, x, half);
    });
    return page.y;
  };
  const left = column('Seller', sellerLines, margin);
  const right = column('Buyer', buyerLines(order), margin + page.width / 2 + 12);
  page.y = Math.max(left, right) + 24;
}

function writeGoods(page: PageWriter, order: Order): void {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  const columns = [
    { x: margin, width: page.width - 220 },
    { x: margin + page.width - 210, width: 40, align: 'right' },
    { x: margin + page.width - 160, width: 75, align: 'right' },
    { x: margin + page.width - 75, width: 75, align: 'right' },
  ] as const;
  const head = ['Item', 'Quantity', 'Unit price', 'Amount'].map((text, index) => ({
    ...columns[index]!,
    text,
    size: 8.5,
    color: 'muted' as const,
  }));
  const rows = order.lines.map(({ title, quantity, unitPriceMinor }) =>
    [title, String(quantity), money(unitPriceMinor), money(quantity * unitPriceMinor)].map(
      (text, index): Cell => ({ ...columns[index]!, text, role: 'TD' }),
    ),
  );
  page.table(head, rows);
}

/** Returns the rows below the goods, in the order in which they add up. */
export function sumsOf(order: Order): { label: string; amount: string; isTotal?: true }[] {
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  const taxName = order.taxName ?? 'Tax';
  const codes = order.promoCodes.length > 0 ? ` (${order.promoCodes.join(', ')})` : '';
  const sums: ReturnType<typeof sumsOf> = [{ label: 'Subtotal', amount: money(order.subtotalMinor) }];
  if (order.discountMinor > 0)
    sums.push({ label: `Discount${codes}`, amount: `−${money(order.discountMinor)}` });
  sums.push({
    label: order.shippingMethodName ? `Delivery, ${order.shippingMethodName}` : 'Delivery',
    amount: money(order.shippingMinor),
  });
  if (order.taxName !== null && !order.isTaxInclusive)
    sums.push({ label: taxName, amount: money(order.taxMinor) });
  sums.push({ label: 'Total', amount: money(order.totalMinor), isTotal: true });
  if (order.taxName !== null && order.isTaxInclusive)
    sums.push({ label: `${taxName}, included in the total`, amount: money(order.taxMinor) });
  return sums;
}

function writePairs(
  page: PageWriter,
  pairs: readonly { label: string; amount: string; isTotal?: true }[],
): void {
  const look = (isTotal?: true) => ({
    weight: isTotal ? ('bold' as const) : ('regular' as const),
    size: isTotal ? 11 : 9.5,
  });
  for (const { label, amount, isTotal } of pairs) {
    page.roomFor(20);
    const top = page.y;
    page.write('P', label, look(isTotal), margin + page.width / 2, page.width / 2 - 90);
    const bottom = page.y;
    page.y = top;
    page.write('P', amount, { ...look(isTotal), align: 'right' }, margin + page.width - 80, 80);
    page.y = Math.max(bottom, page.y) + 3;
  }
}

function writeSums(page: PageWriter, order: Order): void {
  page.space(12);
  writePairs(page, sumsOf(order));
}

/** Writes each refund as a credit note to this invoice, numbered in the order of the requests. */
function writeCreditNotes(page: PageWriter, order: Order, number: string): void {
  const paidBack = order.refunds
    .filter(({ amountMinor }) => amountMinor > 0)
    .map((refund, index) => ({ ...refund, creditNote: `${number}-C${index + 1}` }))
    .filter(({ status }) => status === 'succeeded');
  if (paidBack.length === 0) return;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: order.currency });
  page.space(18);
  page.write('H2', 'Credit notes', { size: 11, weight: 'bold' });
  page.space(6);
  writePairs(page, [
    ...paidBack.map(({ amountMinor, updatedAt, creditNote }) => ({
      label: `${creditNote}, refunded on ${dayText(updatedAt)}`,
      amount: `−${money(amountMinor)}`,
    })),
    { label: 'Paid after refunds', amount: money(order.totalMinor - givenBack(order)), isTotal: true },
  ]);
}
