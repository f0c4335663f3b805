import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { type NodeProcess, startNodeProcess } from '../../../testing/processes/node-process.ts';
import { createShopper, type Reply, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { sellable, stock } from '../../../testing/stock-fixture.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let other: NodeProcess;
/** One node in this process, one in its own process. */
let nodes: Pick<NodeProcess, 'app'>[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  other = await startNodeProcess(shop);
  nodes = [shop, other];
});
afterAll(async () => {
  await other.stop();
  await shop.close();
});

/** Every third buyer has an account. The buyers are spread over the nodes. */
async function buyers(count: number): Promise<Shopper[]> {
  const made: Shopper[] = [];
  for (let index = 0; index < count; index++) {
    const { app } = nodes[index % nodes.length];
    const isGuest = index % 3 !== 0;
    made.push(isGuest ? createShopper(app) : await account(app));
  }
  return made;
}

/** Hashing all passwords would take a minute, so accounts are inserted directly and their tokens signed. */
async function account(app: NodeProcess['app']): Promise<Shopper> {
  const userId = randomUUID();
  const email = `${userId}@example.com`;
  await shop.db.execute(sql`insert into users (user_id, email) values (${userId}, ${email})`);
  return createShopper(app, { email, token: await tokenOf({ userId }) });
}

function count<Body>(replies: readonly Reply<Body>[], status: number): number {
  return replies.filter((reply) => reply.status === status).length;
}

test('of 200 buyers of the last unit, on two nodes, one gets it and 199 are told that it is sold out', async () => {
  const [productId] = await sellable(shop.db, 1);
  await stock(shop.db, [productId], 1);
  const all = await buyers(200);
  const checkouts = await Promise.all(all.map((buyer) => buyer.fillCheckout([{ productId, quantity: 1 }])));
  const replies = await Promise.all(all.map((buyer, index) => buyer.confirm(checkouts[index])));

  expect(count(replies, 201)).toBe(1);
  const refused = replies.filter(({ status }) => status !== 201);
  expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
    new Set(['409 out-of-stock']),
  );
  expect(refused[0].body.detail).toMatch(/: sold out\.$/);
  expect(await findIrregularities(shop.db)).toEqual([]);
  const { rows } = await shop.db.execute(sql`
    select on_hand, reserved from inventory where product_id = ${productId}`);
  expect(rows).toEqual([{ on_hand: 0, reserved: 0 }]);
});

test('orders with the same two lines in opposite order neither oversell nor deadlock', async () => {
  const [first, second] = await sellable(shop.db, 2);
  await stock(shop.db, [first, second], 20);
  const all = await buyers(100);
  const checkouts = await Promise.all(
    all.map((buyer, index) => {
      const lines = [
        { productId: first, quantity: 1 },
        { productId: second, quantity: 1 },
      ];
      return buyer.fillCheckout(index % 2 === 0 ? lines : lines.reverse());
    }),
  );
  const replies = await Promise.all(all.map((buyer, index) => buyer.confirm(checkouts[index])));
  expect(count(replies, 201)).toBe(20);
  expect(count(replies, 409)).toBe(80);
  expect(await findIrregularities(shop.db)).toEqual([]);
});

describe('the same checkout, sent 50 times concurrently', () => {
  async function counts(): Promise<Record<string, number>> {
    const { rows } = await shop.db.execute<Record<string, number>>(sql`
      select (select count(*)::int from orders) as orders, (select count(*)::int from payments) as payments,
        (select count(*)::int from test_payments where state = 'paid') as charges,
        (select count(*)::int from mails where kind = 'order-confirmed') as mails`);
    return rows[0];
  }

  async function send(keyOf: (index: number) => string) {
    const [productId] = await sellable(shop.db, 1);
    await stock(shop.db, [productId], 100);
    const buyer = createShopper(shop.app);
    const checkout = await buyer.fillCheckout([{ productId, quantity: 2 }]);
    const tabs = Array.from({ length: 50 }, (_, index) => {
      const tab = createShopper(nodes[index % nodes.length].app);
      for (const [name, value] of buyer.cookies) tab.cookies.set(name, value);
      return tab;
    });
    const before = await counts();
    const replies = await Promise.all(tabs.map((tab, index) => tab.confirm(checkout, { key: keyOf(index) })));
    const after = await counts();
    const made = Object.fromEntries(
      Object.entries(after).map(([name, count]) => [name, count - before[name]]),
    );
    expect(made).toEqual({ orders: 1, payments: 1, charges: 1, mails: 1 });
    expect(new Set(replies.map(({ body }) => body.order?.order_id)).size).toBe(1);
    expect(await findIrregularities(shop.db)).toEqual([]);
    return replies;
  }

  test('with one key is one order and one answer', async () => {
    const key = randomUUID();
    const replies = await send(() => key);
    expect(count(replies, 201)).toBe(50);
    expect(new Set(replies.map(({ body }) => JSON.stringify({ ...body, access_token: '' }))).size).toBe(1);
  });

  test('with 50 keys is one order and one payment', async () => {
    const replies = await send(() => randomUUID());
    expect(replies.every(({ status }) => status === 201 || status === 202)).toBe(true);
  });
});
