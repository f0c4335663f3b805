import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Order } from '@kindred/contracts';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countUnits, findIrregularities } from '../../testing/books.ts';
import { type NodeProcess, startNodeProcess } from '../../testing/node-process.ts';
import { createShopper, type Reply, type Shopper, tokenOf } from '../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
let other: NodeProcess;
/** One in this process, one in its own. */
let nodes: Pick<NodeProcess, 'app'>[];

beforeEach(async () => {
  shop = await createTestShop({ size: { products: 40, users: 50, reviews: 300, seed: 5 } });
  other = await startNodeProcess(shop);
  nodes = [shop, other];
});
afterEach(async () => {
  await other.stop();
  await shop.close();
});

async function stock(productIds: readonly number[], onHand: number): Promise<void> {
  for (const productId of productIds)
    await shop.db.execute(sql`
      with was as (select product_id, on_hand from inventory where product_id = ${productId}),
      now as (update inventory set on_hand = ${onHand} where product_id = ${productId} returning product_id)
      insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta)
      select product_id, 'correction', ${onHand} - was.on_hand, 0 from was join now using (product_id)
      where was.on_hand <> ${onHand}`);
}

async function sellable(count: number): Promise<number[]> {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 0 order by product_id limit ${count}`);
  return rows.map((row) => row.product_id);
}

/** Every third one has an account. They are spread over the nodes. */
async function buyers(count: number): Promise<Shopper[]> {
  const made: Shopper[] = [];
  for (let index = 0; index < count; index++) {
    const { app } = nodes[index % nodes.length];
    const isGuest = index % 3 !== 0;
    made.push(isGuest ? createShopper(app) : await account(app));
  }
  return made;
}

/** Hashing all their passwords would take a minute of its own: accounts are written down, their tokens signed. */
async function account(app: NodeProcess['app']): Promise<Shopper> {
  const userId = randomUUID();
  const email = `${userId}@example.com`;
  await shop.db.execute(sql`insert into users (user_id, email) values (${userId}, ${email})`);
  return createShopper(app, { email, token: await tokenOf({ userId }) });
}

function count<Body>(replies: readonly Reply<Body>[], status: number): number {
  return replies.filter((reply) => reply.status === status).length;
}

test('of 200 buyers of the last one, on two nodes, one gets it and 199 are told', async () => {
  const [productId] = await sellable(1);
  await stock([productId], 1);
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

test('two-line orders in opposite order of lines neither oversell nor lock each other out', async () => {
  const [first, second] = await sellable(2);
  await stock([first, second], 20);
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

describe('the same checkout, sent 50 times at once', () => {
  async function send(keyOf: (index: number) => string) {
    const [productId] = await sellable(1);
    await stock([productId], 100);
    const buyer = createShopper(shop.app);
    const checkout = await buyer.fillCheckout([{ productId, quantity: 2 }]);
    const tabs = Array.from({ length: 50 }, (_, index) => {
      const tab = createShopper(nodes[index % nodes.length].app);
      for (const [name, value] of buyer.cookies) tab.cookies.set(name, value);
      return tab;
    });
    const replies = await Promise.all(tabs.map((tab, index) => tab.confirm(checkout, { key: keyOf(index) })));
    const { rows } = await shop.db.execute(sql`
      select (select count(*)::int from orders) as orders, (select count(*)::int from payments) as payments,
        (select count(*)::int from test_payments where state = 'paid') as charges,
        (select count(*)::int from mails where kind = 'order-confirmed') as mails`);
    expect(rows).toEqual([{ orders: 1, payments: 1, charges: 1, mails: 1 }]);
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

const mixSeconds = 60;

test(`what is sold and what is on hand stay one number under ${mixSeconds} s of orders, cancels, refunds and expiries`, {
  timeout: (mixSeconds + 60) * 1_000,
}, async () => {
  const products = await sellable(8);
  await stock(products, 30);
  const before = await countUnits(shop.db);
  const until = Date.now() + mixSeconds * 1_000;
  const admin = createShopper(nodes[1].app, { token: await tokenOf({ isAdmin: true }) });
  const placed: Order[] = [];
  const statuses = new Map<string, number>();
  function note(what: string): void {
    statuses.set(what, (statuses.get(what) ?? 0) + 1);
  }
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(Math.random() * items.length)];

  async function buy(node: Pick<NodeProcess, 'app'>): Promise<void> {
    const buyer = createShopper(node.app);
    const lines = [pick(products), pick(products)].map((productId) => ({
      productId,
      quantity: 1 + Math.floor(Math.random() * 3),
    }));
    const checkout = await buyer.fillCheckout(lines).catch((error: Error) => {
      if (!/out-of-stock/.test(error.message)) throw error;
    });
    if (!checkout) return note('cart refused');
    const card = pick(['4242424242424242', '4242424242424242', '4000000000000002', '4000002500003155']);
    const { status, body } = await buyer.confirm(checkout, { card });
    note(`buy ${status} ${body.code ?? ''}`);
    if (body.order) placed.push(body.order);
  }
  async function undo(): Promise<void> {
    const order = pick(placed);
    if (!order) return;
    if (Math.random() < 0.5) {
      const { status } = await admin.send('POST', `/orders/${order.order_id}/cancel`);
      return note(`cancel ${status}`);
    }
    const line = pick(order.lines);
    const { status } = await admin.send(
      'POST',
      `/admin/orders/${order.order_id}/refund`,
      { lines: [{ product_id: line.product_id, quantity: 1 }], reason: 'changed their mind' },
      { 'idempotency-key': randomUUID() },
    );
    return note(`refund ${status}`);
  }
  async function expire(): Promise<void> {
    await shop.db.execute(sql`
        update orders set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 minute'
        where expires_at is not null
          and order_id in (select order_id from orders where expires_at is not null and random() < 0.5 limit 5)`);
    await shop.services.jobs.runDue();
    note('jobs');
  }
  async function repeat(work: () => Promise<void>): Promise<void> {
    while (Date.now() < until) {
      await work();
      await setImmediate();
    }
  }
  await Promise.all([
    ...nodes.flatMap((node) => [1, 2, 3].map(() => repeat(() => buy(node)))),
    repeat(undo),
    repeat(undo),
    repeat(expire),
  ]);
  await shop.services.jobs.runDue();

  expect([...statuses.keys()].filter((what) => / 5\d\d/.test(what))).toEqual([]);
  for (const what of ['buy 201 ', 'buy 402 payment-declined', 'cancel 200', 'refund 202'])
    expect(statuses.get(what), JSON.stringify(Object.fromEntries(statuses))).toBeGreaterThan(5);
  expect(await findIrregularities(shop.db)).toEqual([]);
  const after = await countUnits(shop.db);
  expect(after.onHand + after.sold).toBe(before.onHand + before.sold);
});
