import type { Order, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMerchant, type Merchant } from '../../../testing/merchant.ts';
import { pdfPages } from '../../../testing/pdf-text.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let merchant: Merchant;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
});
afterAll(() => shop.close());

const declined = '4000000000000002';

async function buy(lines = [{ productId: merchant.products[0], quantity: 2 }]) {
  const { order, access_token } = await merchant.buy(lines);
  return { order, id: order.order_id, access: access_token };
}

function invoiceOf({ id, access }: { id: string; access: string }) {
  return shop.app.inject({ url: `/api/v1/orders/${id}/invoice.pdf?access=${access}` });
}

async function linesOf(bought: { id: string; access: string }): Promise<string[]> {
  return pdfPages((await invoiceOf(bought)).rawPayload).flat();
}

test('has the buyer, the goods and the sums of a paid order', async () => {
  const bought = await buy();
  const answer = await invoiceOf(bought);
  const { invoice, order_number, lines, total_price } = bought.order;
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="invoice-${invoice!.number}.pdf"`,
    'cache-control': 'private, no-store',
  });
  const text = pdfPages(answer.rawPayload).flat().join('\n');
  const dollars = (minor: number) => `$${(minor / 100).toFixed(2)}`;
  for (const part of [
    `Invoice ${invoice!.number}`,
    `Order ${order_number}`,
    'Ada Öberg',
    '10115 Berlin',
    'Germany',
    `2${dollars(lines[0].unit_price.amount_minor)}${dollars(2 * lines[0].unit_price.amount_minor)}`,
    `Total${dollars(total_price.amount_minor)}`,
    'VAT, included in the total',
    'Page 1 of 1',
  ])
    expect(text).toContain(part);
});

test('has a language, a title and tags for headings and tables', async () => {
  const pdf = (await invoiceOf(await buy())).rawPayload.toString('latin1');
  for (const part of ['/Lang (en)', '/Marked true', '/DisplayDocTitle true', '/S /H1', '/S /Table', '/S /TH'])
    expect(pdf).toContain(part);
});

test('prints a name in any script', async () => {
  const bought = await buy();
  await shop.db.execute(sql`
    update orders set shipping_address = shipping_address || '{"full_name": "山田 Юлия Ελένη"}' where order_id = ${bought.id}`);
  expect(await linesOf(bought)).toContain('山田 Юлия Ελένη');
});

test('repeats the head of its table on each page', async () => {
  const bought = await buy();
  await shop.db.execute(sql`
    insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, total_minor)
    select ${bought.id}, product_id, repeat('A long name of a thing ', 6) || product_id, 100, 1, 100
    from products where product_id not in (select product_id from order_lines where order_id = ${bought.id})
    order by product_id limit 35`);
  const pages = pdfPages((await invoiceOf(bought)).rawPayload);
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, lines] of pages.entries()) {
    expect(lines).toContain('ItemQuantityUnit priceAmount');
    expect(lines.at(-1)).toContain(`Page ${index + 1} of ${pages.length}`);
  }
});

test('lists refunds as credit notes', async () => {
  const bought = await buy();
  const refund = { amount: { amount_minor: 150, currency: 'USD' }, reason: 'sorry' };
  await merchant.refund(bought.id, refund);
  await shop.services.jobs.runDue();
  const lines = await linesOf(bought);
  const paid = bought.order.total_price.amount_minor - 150;
  expect(lines.join('\n')).toContain(`${bought.order.invoice!.number}-C1`);
  expect(lines).toContain(`Paid after refunds$${(paid / 100).toFixed(2)}`);
});

test('a credit note keeps its number if an earlier refund succeeds later', async () => {
  const bought = await buy();
  const number = bought.order.invoice!.number;
  for (const amount_minor of [150, 250])
    await merchant.refund(bought.id, { amount: { amount_minor, currency: 'USD' }, reason: 'sorry' });
  await shop.services.jobs.runDue();
  const notesWith = async (status: string) => {
    await shop.db.execute(
      sql`update refunds set status = ${status} where order_id = ${bought.id} and amount_minor = 150`,
    );
    return (await linesOf(bought)).join('\n').match(/\d+-\d+-C\d|−\$\d\.\d\d/g);
  };
  expect(await notesWith('requested')).toEqual([`${number}-C2`, '−$2.50']);
  expect(await notesWith('succeeded')).toEqual([`${number}-C1`, '−$1.50', `${number}-C2`, '−$2.50']);
});

test('an unpaid order has no invoice, and a stranger cannot read one', async () => {
  const buyer = createShopper(shop.app);
  const checkout = await buyer.fillCheckout([{ productId: merchant.products[0], quantity: 1 }]);
  const { body } = await buyer.confirm(checkout, { card: declined });
  expect(body.code).toBe('payment-declined');
  const { rows } = await shop.db.execute<{ order_id: string }>(
    sql`select order_id from orders order by created_at desc limit 1`,
  );
  const order = await merchant.order(rows[0].order_id);
  expect(order.invoice).toBeNull();
  const { id, access } = await buy();
  const stranger = await shop.app.inject({ url: `/api/v1/orders/${id}/invoice.pdf?access=${access}x` });
  expect(stranger.json<Problem>().code).toBe('order-not-found');
});

test('an order that was paid on a node of an earlier version gets its invoice within an hour', async () => {
  const { id, order } = await buy();
  await shop.db.execute(sql`delete from invoices where order_id = ${id}`);
  expect((await merchant.order(id)).invoice).toBeNull();
  for (let twice = 0; twice < 2; twice++) {
    await shop.db.execute(sql`select graphile_worker.add_job('number-invoices')`);
    await shop.services.jobs.runDue();
    expect((await merchant.order(id)).invoice).toEqual(order.invoice);
  }
});

test('numbers have no gap within a year, even with concurrent payments', async () => {
  const before = await buy();
  const paid = await Promise.all(
    Array.from({ length: 6 }, () => buy([{ productId: merchant.products[1], quantity: 1 }])),
  );
  const numbers = paid
    .map(({ order }: { order: Order }) => Number(order.invoice!.number.split('-')[1]))
    .sort((a, b) => a - b);
  const first = Number(before.order.invoice!.number.split('-')[1]) + 1;
  expect(numbers).toEqual([0, 1, 2, 3, 4, 5].map((offset) => first + offset));
});
