import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { createMerchant, type Merchant } from '../../../testing/merchant.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let merchant: Merchant;
let lamp: number;
let vase: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  [lamp, vase] = merchant.products;
});
afterAll(() => shop.close());

async function buy() {
  const { order, access_token } = await merchant.buy([
    { productId: lamp, quantity: 3 },
    { productId: vase, quantity: 1 },
  ]);
  return { order, id: order.order_id, access: access_token };
}

function lampsOnly(quantity: number, more: object = {}) {
  return { lines: [{ product_id: lamp, quantity }], ...more };
}

async function titleOf(productId: number): Promise<string> {
  const { rows } = await shop.db.execute<{ title: string }>(
    sql`select title from products where product_id = ${productId}`,
  );
  return rows[0].title;
}

test('an order is shipped in parcels that arrive separately', async () => {
  const { id } = await buy();
  const first = await merchant.ship(id, lampsOnly(2, { carrier: 'Post', tracking_number: 'P 1' }));
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    status: 'Pending',
    fulfilment_status: 'partly-shipped',
    shipments: [
      {
        carrier: 'Post',
        tracking_number: 'P 1',
        delivered_at: null,
        lines: [{ product_id: lamp, quantity: 2 }],
      },
    ],
  });
  const second = await merchant.ship(id, { all: true, carrier: 'Courier' });
  expect(second.body).toMatchObject({ fulfilment_status: 'shipped', carrier: 'Courier' });
  expect(second.body.shipments[1].lines).toEqual(
    [
      { product_id: lamp, quantity: 1 },
      { product_id: vase, quantity: 1 },
    ].sort((a, b) => a.product_id - b.product_id),
  );
  expect(second.body.lines.map((line) => line.shipped_quantity)).toEqual(
    second.body.lines.map((line) => line.quantity),
  );

  const [parcel, other] = second.body.shipments.map(({ shipment_id }) => shipment_id);
  const arrived = await merchant.post(id, `shipments/${other}/deliver`);
  expect(arrived.body).toMatchObject({ status: 'Pending', fulfilment_status: 'partly-delivered' });
  expect((await merchant.post(id, `shipments/${other}/deliver`)).body.code).toBe('not-deliverable');
  const done = await merchant.post(id, `shipments/${parcel}/deliver`);
  expect(done.body).toMatchObject({ status: 'Completed', fulfilment_status: 'delivered' });
  const told = done.body.history.map(({ kind, data }) => [kind, data.shipment_id]);
  expect(told.slice(2)).toEqual([
    ['shipped', parcel],
    ['shipped', other],
    ['delivered', other],
    ['delivered', parcel],
    ['completed', undefined],
  ]);
  expect(await findIrregularities(shop.db)).toEqual([]);
});

test('rejects more units than were ordered, and names the product', async () => {
  const { id } = await buy();
  await merchant.ship(id, lampsOnly(2));
  for (const body of [
    lampsOnly(2),
    { lines: [...lampsOnly(1).lines, ...lampsOnly(1).lines] },
    { lines: [{ product_id: 999_999, quantity: 1 }] },
  ]) {
    const { status, body: problem } = await merchant.ship(id, body);
    expect([status, problem.code]).toEqual([409, 'not-shippable']);
    expect(problem.detail).toContain(String(body.lines[0].product_id));
  }
  const replies = await Promise.all([1, 2, 3, 4].map(() => merchant.ship(id, lampsOnly(1))));
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
});

test('requires either the lines to ship or everything', async () => {
  const { id } = await buy();
  for (const body of [{}, { carrier: 'Post' }, { ...lampsOnly(1), all: true }]) {
    const { status, body: problem } = await merchant.ship(id, body);
    expect([status, problem.code]).toEqual([400, 'shipment-unclear']);
  }
});

test('a parcel can only be changed through its own order', async () => {
  const [one, other] = [await buy(), await buy()];
  const { body } = await merchant.ship(one.id, { all: true });
  const reply = await merchant.post(other.id, `shipments/${body.shipments[0].shipment_id}/deliver`);
  expect([reply.status, reply.body.code]).toEqual([404, 'shipment-not-found']);
});

test('mails list the content of the parcel', async () => {
  const { order, id } = await buy();
  await merchant.ship(id, lampsOnly(2, { carrier: 'Post', tracking_number: 'P 77' }));
  await merchant.ship(id, { all: true });
  await merchant.post(id, 'deliver');
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ kind: string; subject: string; text: string }>(sql`
    select kind, subject, text from mails where recipient = ${order.email} and kind in ('order-shipped', 'order-delivered')
    order by created_at, subject`);
  expect(rows.map(({ kind }) => kind).sort()).toEqual([
    'order-delivered',
    'order-delivered',
    'order-shipped',
    'order-shipped',
  ]);
  const [first] = rows.filter(({ kind }) => kind === 'order-shipped');
  const lampTitle = await titleOf(lamp);
  expect(first.subject).toBe(`Part of order ${order.order_number} is on its way`);
  expect(first.text).toContain(`In this parcel: 2 × ${lampTitle}`);
  expect(first.text).toContain('P 77');
});

test('the database rejects more units in parcels and refunds than were ordered', async () => {
  const { id } = await buy();
  const { body } = await merchant.ship(id, lampsOnly(3));
  const parcel = body.shipments[0].shipment_id;
  const refused = (statement: ReturnType<typeof sql>) =>
    expect(shop.db.execute(statement)).rejects.toMatchObject({
      message: expect.stringMatching(/hold more of product \d+ than was ordered/),
    });
  await refused(sql`update shipment_lines set quantity = 4 where shipment_id = ${parcel}`);
  await merchant.refund(id, { lines: [{ product_id: vase, quantity: 1 }], reason: 'scratched' });
  await refused(sql`
    insert into shipment_lines (shipment_id, order_id, product_id, quantity) values (${parcel}, ${id}, ${vase}, 1)`);
  await refused(sql`update refund_lines set withheld = 2 where order_id = ${id}`);
  await refused(sql`update refund_lines set withheld = 0, kept = 1 where order_id = ${id}`);
});

test('the database rejects the completion of an unpaid order', async () => {
  const { id } = await buy();
  const completed = shop.db.execute(
    sql`update orders set status = 'Completed', payment_status = 'failed' where order_id = ${id}`,
  );
  await expect(completed).rejects.toMatchObject({ constraint: 'orders_completed_is_paid' });
});
