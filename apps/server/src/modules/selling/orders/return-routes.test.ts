import { randomUUID } from 'node:crypto';
import type { Order, OrderReturn, Problem, ReturnList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { createMerchant, type Merchant, refundCards } from '../../../testing/merchant.ts';
import { createShopper, type Reply, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let merchant: Merchant;
let guest: Shopper;
let admin: Shopper;
let lamp: number;
let vase: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  [lamp, vase] = merchant.products;
  guest = createShopper(shop.app);
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
});
afterAll(() => shop.close());

type Answer = Order & Pick<Problem, 'code' | 'detail'>;

async function buyDelivered(card?: string) {
  const { order, access_token: access } = await merchant.buy(
    [
      { productId: lamp, quantity: 3 },
      { productId: vase, quantity: 1 },
    ],
    card,
  );
  await merchant.post(order.order_id, 'ship', {});
  await merchant.post(order.order_id, 'deliver');
  return { id: order.order_id, access, number: order.order_number };
}

interface Bought {
  readonly id: string;
  readonly access: string;
}

const lamps = (quantity: number) => ({ lines: [{ product_id: lamp, quantity }], reason: 'changed-mind' });

function ask({ id, access }: Bought, body: object, key = randomUUID()): Promise<Reply<Answer>> {
  return guest.send('POST', `/orders/${id}/returns?access=${access}`, body, { 'idempotency-key': key });
}

function withdraw({ id, access }: Bought, { return_id }: OrderReturn): Promise<Reply<Answer>> {
  return guest.send('POST', `/orders/${id}/returns/${return_id}/withdraw?access=${access}`);
}

function decide(
  { id }: Bought,
  { return_id }: OrderReturn,
  what: string,
  body: object,
): Promise<Reply<Answer>> {
  return admin.send('POST', `/admin/orders/${id}/returns/${return_id}/${what}`, body);
}

async function mailsAbout({ id }: Bought) {
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ kind: string; subject: string; text: string }>(sql`
    select kind, subject, text from mails
    where once_key like ${`order-return:%`} and text like ${`%${id}%`} order by created_at, mail_id`);
  return rows;
}

const lineOf = (order: Order, productId: number) =>
  order.lines.find(({ product_id }) => product_id === productId)!;

test('delivered goods are requested for return, sent back and refunded', async () => {
  const bought = await buyDelivered();
  const before = await merchant.onHand(lamp);
  const asked = await ask(bought, { ...lamps(2), reason: 'damaged', note: '  The shade is cracked. ' });
  expect(asked.status).toBe(201);
  expect(asked.body.returns).toMatchObject([
    {
      status: 'requested',
      reason: 'damaged',
      note: 'The shade is cracked.',
      lines: [{ product_id: lamp, quantity: 2 }],
      refund_id: null,
    },
  ]);
  const [one] = asked.body.returns;
  expect(lineOf(asked.body, lamp).returnable.quantity).toBe(1);

  const approved = await decide(bought, one, 'approve', { answer: 'Hall 3, Lindenallee 12' });
  expect(approved.body.returns[0]).toMatchObject({ status: 'approved', answer: 'Hall 3, Lindenallee 12' });
  const received = await decide(bought, one, 'receive', { restock: true });
  expect(received.status).toBe(200);
  await shop.services.jobs.runDue();

  const order = await merchant.order(bought.id);
  const [refund] = order.refunds;
  expect(order.returns[0]).toMatchObject({ status: 'received', refund_id: refund.refund_id });
  expect(refund).toMatchObject({ status: 'succeeded', lines: [{ product_id: lamp, quantity: 2 }] });
  expect(order.payment_status).toBe('partly-refunded');
  expect(await merchant.onHand(lamp)).toBe(before + 2);
  expect(order.history.map(({ kind }) => kind).filter((kind) => kind.startsWith('return-'))).toEqual([
    'return-requested',
    'return-approved',
    'return-received',
  ]);
  const { data } = order.history.find(({ kind }) => kind === 'return-received')!;
  expect(data).toEqual({ return_id: one.return_id });

  const mails = await mailsAbout(bought);
  expect(mails.map(({ subject }) => subject.replace(/ \(order .*/, ''))).toEqual([
    'We have your return request',
    'You can send your goods back',
    'Your return has arrived',
  ]);
  expect(mails[1].text).toContain('Hall 3, Lindenallee 12');
  expect(await findIrregularities(shop.db)).toEqual([]);
});

test('goods that cannot be sold again do not go back into stock', async () => {
  const bought = await buyDelivered();
  const before = await merchant.onHand(lamp);
  const [one] = (await ask(bought, lamps(1))).body.returns;
  const approved = await decide(bought, one, 'approve', {});
  expect(approved.body.returns[0].answer).toMatch(/^Please send it to .+, .+\.$/);
  await decide(bought, one, 'receive', { restock: false });
  await shop.services.jobs.runDue();
  expect((await merchant.order(bought.id)).refunds[0]).toMatchObject({ status: 'succeeded' });
  expect(await merchant.onHand(lamp)).toBe(before);
});

test('a company without an address does not get the example’s address', async () => {
  const bought = await buyDelivered();
  await admin.send('PATCH', '/admin/shop', { company: { legal_name: 'Fern & Co Ltd' } });
  const [one] = (await ask(bought, lamps(1))).body.returns;
  const approved = await decide(bought, one, 'approve', {});
  await shop.db.execute(sql`truncate shop_settings`);
  shop.services.shop.forget();
  expect(approved.body.returns[0].answer).toBe('Please ask us first where to send it.');
});

test('a return of everything refunds everything that was paid', async () => {
  const bought = await buyDelivered();
  const everything = [
    { product_id: lamp, quantity: 3 },
    { product_id: vase, quantity: 1 },
  ];
  const [one] = (await ask(bought, { lines: everything, reason: 'other' })).body.returns;
  await decide(bought, one, 'approve', {});
  await decide(bought, one, 'receive', { restock: true });
  await shop.services.jobs.runDue();
  const order = await merchant.order(bought.id);
  expect(order).toMatchObject({ payment_status: 'refunded', fulfilment_status: 'returned' });
  expect(order.refunds[0].amount).toEqual(order.total_price);
});

test('a refusal has a reason, and frees the goods for another request', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(3))).body.returns;
  expect((await decide(bought, one, 'refuse', { answer: ' ' })).status).toBe(400);
  const refused = await decide(bought, one, 'refuse', { answer: 'They were used.' });
  expect(refused.body.returns[0]).toMatchObject({ status: 'refused', answer: 'They were used.' });
  expect(lineOf(refused.body, lamp).returnable.quantity).toBe(3);
  expect((await ask(bought, lamps(1))).status).toBe(201);
});

test('a shopper can keep the goods after all, and repeating this changes nothing', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(3))).body.returns;
  for (let time = 0; time < 2; time++) {
    const withdrawn = await withdraw(bought, one);
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.returns[0].status).toBe('withdrawn');
  }
  expect(await mailsAbout(bought)).toHaveLength(2);
  const late = await decide(bought, one, 'approve', {});
  expect(late).toMatchObject({ status: 409, body: { code: 'return-not-open' } });
});

test('rejects goods that were not delivered, are not in the order or are too many, with the reason', async () => {
  const { order, access_token: access } = await merchant.buy([{ productId: lamp, quantity: 2 }]);
  const bought = { id: order.order_id, access };
  const refused = async (body: object) => (await ask(bought, body)).body;
  expect(await refused(lamps(1))).toMatchObject({
    code: 'not-returnable',
    detail: expect.stringContaining('You can return it once it has arrived.'),
  });
  await merchant.post(bought.id, 'ship', {});
  await merchant.post(bought.id, 'deliver');
  expect(await refused(lamps(3))).toMatchObject({ detail: expect.stringContaining('2 can be returned.') });
  const vases = { lines: [{ product_id: vase, quantity: 1 }], reason: 'other' };
  expect(await refused(vases)).toMatchObject({ detail: `The order does not contain product ${vase}.` });
  const twice = { lines: [...lamps(1).lines, ...lamps(1).lines], reason: 'other' };
  expect(await refused(twice)).toMatchObject({ detail: `Product ${lamp} is named twice.` });
  await shop.db.execute(sql`
    update shipments set shipped_at = shipped_at - interval '31 days', delivered_at = delivered_at - interval '31 days'
    where order_id = ${bought.id}`);
  expect(await refused(lamps(1))).toMatchObject({
    detail: expect.stringContaining('It arrived more than 30 days ago.'),
  });
});

test('a form that is sent twice is one return', async () => {
  const bought = await buyDelivered();
  const key = randomUUID();
  const replies = await Promise.all([ask(bought, lamps(1), key), ask(bought, lamps(1), key)]);
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect((await merchant.order(bought.id)).returns).toHaveLength(1);
  const unnamed = await guest.send<Answer>(
    'POST',
    `/orders/${bought.id}/returns?access=${bought.access}`,
    lamps(1),
  );
  expect(unnamed).toMatchObject({ status: 400, body: { code: 'idempotency-key-missing' } });
});

test('no unit is in two returns, even with concurrent requests', async () => {
  const bought = await buyDelivered();
  const replies = await Promise.all([1, 2, 3, 4].map(() => ask(bought, lamps(2))));
  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test('goods that are refunded without a return need not be sent back', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(3))).body.returns;
  await decide(bought, one, 'approve', {});
  const kept = {
    lines: [{ product_id: lamp, quantity: 1, units: 'shipped' }],
    reason: 'scratched',
    restock: false,
  };
  expect((await merchant.refund(bought.id, kept)).status).toBe(202);
  const order = await merchant.order(bought.id);
  expect(order.returns[0].status).toBe('settled');
  expect(order.history.at(-2)?.kind).toBe('return-settled');
  expect(await decide(bought, one, 'receive', { restock: true })).toMatchObject({ status: 409 });
  expect(lineOf(order, lamp).returnable.quantity).toBe(2);
});

test('returned goods whose refund failed cannot be returned again, and the shop still owes the money', async () => {
  const bought = await buyDelivered(refundCards.fails);
  const [one] = (await ask(bought, lamps(3))).body.returns;
  await decide(bought, one, 'approve', {});
  await decide(bought, one, 'receive', { restock: true });
  await shop.services.jobs.runDue();
  const order = await merchant.order(bought.id);
  expect(order.refunds[0].status).toBe('failed');
  expect(lineOf(order, lamp).returnable).toMatchObject({ quantity: 0, refusal: 'being-returned' });

  await shop.db.execute(sql`update test_payments set refunds_as = 'succeed' where order_id = ${bought.id}`);
  const again = {
    lines: [{ product_id: lamp, quantity: 3, units: 'shipped' }],
    reason: 'owed',
    restock: true,
  };
  expect((await merchant.refund(bought.id, again)).status).toBe(202);
  await shop.services.jobs.runDue();
  const paid = await merchant.order(bought.id);
  expect(lineOf(paid, lamp).returnable).toMatchObject({ quantity: 0, refusal: 'refunded' });
});

test('a return is received once, even with concurrent clicks', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(2))).body.returns;
  await decide(bought, one, 'approve', {});
  const replies = await Promise.all([1, 2, 3].map(() => decide(bought, one, 'receive', { restock: true })));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await merchant.order(bought.id)).refunds).toHaveLength(1);
});

test('a return can only be changed through its own order', async () => {
  const [first, second] = [await buyDelivered(), await buyDelivered()];
  const [one] = (await ask(first, lamps(1))).body.returns;
  expect(await withdraw(second, one)).toMatchObject({ status: 404, body: { code: 'return-not-found' } });
});

test('lists all returns for the shop, the oldest first', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(1))).body.returns;
  const list = async (query: string) => (await admin.send<ReturnList>('GET', `/admin/returns${query}`)).body;
  const waiting = await list('?status=requested&limit=50');
  expect(waiting.items.at(-1)).toMatchObject({ ...one, order_id: bought.id, order_number: bought.number });
  expect(waiting.items.every(({ status }) => status === 'requested')).toBe(true);
  const first = await list('?limit=1');
  const second = await list(`?limit=1&cursor=${encodeURIComponent(first.next_cursor!)}`);
  const times = [first, second].map(({ items }) => items[0].requested_at);
  expect(times).toEqual([...times].sort());
  expect(second.items[0].return_id).not.toBe(first.items[0].return_id);
});

test('the database rejects more units in returns and refunds than were shipped', async () => {
  const bought = await buyDelivered();
  const [one] = (await ask(bought, lamps(3))).body.returns;
  const refused = (statement: ReturnType<typeof sql>) =>
    expect(shop.db.execute(statement)).rejects.toMatchObject({
      message: expect.stringMatching(/hold more of product \d+ than was ordered/),
    });
  await refused(sql`update return_lines set quantity = 4 where return_id = ${one.return_id}`);
  await withdraw(bought, one);
  await ask(bought, lamps(1));
  await refused(sql`update returns set status = 'approved' where return_id = ${one.return_id}`);
});
