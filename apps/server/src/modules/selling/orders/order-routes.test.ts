import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Confirmation, Order, OrderAccess, OrderList, Problem, Refund } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let otherNode: TestNode;
let admin: Shopper;
let products: number[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  otherNode = await shop.addNode();
  await otherNode.app.listen({ host: '127.0.0.1', port: 0 });
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 8 order by product_id limit 3`);
  products = rows.map((row) => row.product_id);
});
afterAll(() => shop.close());

async function buy(buyer = createShopper(shop.app), quantity = 3): Promise<Confirmation> {
  const checkout = await buyer.fillCheckout(products.map((productId) => ({ productId, quantity })));
  const { status, body } = await buyer.confirm(checkout);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

async function onHand(): Promise<number> {
  const { rows } = await shop.db.execute<{ units: number }>(
    sql`select sum(on_hand)::int as units from inventory`,
  );
  return rows[0].units;
}

function refund(orderId: string, body: object, key = randomUUID()) {
  return admin.send<Refund & Pick<Problem, 'code'>>('POST', `/admin/orders/${orderId}/refund`, body, {
    'idempotency-key': key,
  });
}

async function orderNow(orderId: string): Promise<Order> {
  return (await admin.send<Order>('GET', `/orders/${orderId}`)).body;
}

async function historyOf(orderId: string): Promise<string[]> {
  const { rows } = await shop.db.execute<{ kind: string }>(
    sql`select kind from order_events where order_id = ${orderId} order by event_id`,
  );
  return rows.map(({ kind }) => kind);
}

test('an order goes from payment to delivery, with a mail and an event for each step', async () => {
  const { order } = await buy();
  expect(order).toMatchObject({
    status: 'Pending',
    payment_status: 'paid',
    fulfilment_status: 'unfulfilled',
  });
  const path = `/admin/orders/${order.order_id}`;
  expect((await admin.send('POST', `${path}/deliver`)).status).toBe(409);
  const shipped = await admin.send<Order>('POST', `${path}/ship`, {
    carrier: 'Post',
    tracking_number: 'P 123',
  });
  expect(shipped.body).toMatchObject({ fulfilment_status: 'shipped', tracking_number: 'P 123' });
  expect((await admin.send('POST', `/orders/${order.order_id}/cancel`)).status).toBe(409);
  const delivered = await admin.send<Order>('POST', `${path}/deliver`);
  expect(delivered.body).toMatchObject({ status: 'Completed', fulfilment_status: 'delivered' });
  expect(await historyOf(order.order_id)).toEqual(['placed', 'paid', 'shipped', 'delivered', 'completed']);
  const states = delivered.body.history.map(
    ({ kind, status, payment_status, fulfilment_status }) =>
      `${kind}: ${status}, ${payment_status}, ${fulfilment_status}`,
  );
  expect(states).toEqual([
    'placed: Pending, pending, unfulfilled',
    'paid: Pending, paid, unfulfilled',
    'shipped: Pending, paid, shipped',
    'delivered: Completed, paid, delivered',
    'completed: Completed, paid, delivered',
  ]);

  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ kind: string; state: string; html: string }>(
    sql`select kind, state, html from mails where recipient = ${order.email} order by created_at`,
  );
  expect(rows.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'order-confirmed sent',
    'order-shipped sent',
    'order-delivered sent',
  ]);
  expect(rows[0].html).toContain(order.order_number);
});

test('the history cannot be rewritten', async () => {
  const { order } = await buy();
  for (const change of [sql`kind = 'delivered'`, sql`status = 'Cancelled'`]) {
    const rewrite = shop.db.execute(
      sql`update order_events set ${change} where order_id = ${order.order_id}`,
    );
    await expect(rewrite).rejects.toMatchObject({ message: 'order_events is append-only' });
  }
});

test('the lines and the shipping add up to the total', async () => {
  const { order } = await buy();
  const lines = order.lines.reduce((sum, line) => sum + line.total.amount_minor, 0);
  expect(order.is_tax_inclusive).toBe(true);
  expect(lines + order.shipping.amount_minor).toBe(order.total_price.amount_minor);
});

describe('a refund', () => {
  test('of a cancelled order returns all money, and the goods go back into stock', async () => {
    const before = await onHand();
    const buyer = createShopper(shop.app);
    const { order, access_token } = await buy(buyer);
    const path = `/orders/${order.order_id}/cancel?access=${access_token}`;
    const cancelled = await buyer.send<Order>('POST', path);
    expect(cancelled.body).toMatchObject({ status: 'Cancelled', cancelled_because: 'by-shopper' });
    expect((await buyer.send<Order>('POST', path)).body.status).toBe('Cancelled');
    await shop.services.jobs.runDue();
    expect((await orderNow(order.order_id)).payment_status).toBe('refunded');
    expect(await onHand()).toBe(before);
    const { rows } = await shop.db.execute(sql`
      select (select sum((r ->> 'amount_minor')::int)::int from jsonb_array_elements(refunds) r) as refunded
      from test_payments where order_id = ${order.order_id}`);
    expect(rows).toEqual([{ refunded: order.total_price.amount_minor }]);
    expect(await findIrregularities(shop.db)).toEqual([]);
  });

  test('of single units returns their share, and the last unit returns every remaining cent', async () => {
    const { order } = await buy();
    const amounts: number[] = [];
    for (const line of order.lines)
      for (let unit = 0; unit < line.quantity; unit++) {
        const { status, body } = await refund(order.order_id, {
          lines: [{ product_id: line.product_id, quantity: 1 }],
          reason: 'came back',
        });
        expect(status, JSON.stringify(body)).toBe(202);
        amounts.push(body.amount.amount_minor);
      }
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(order.total_price.amount_minor);
    await shop.services.jobs.runDue();
    expect((await orderNow(order.order_id)).payment_status).toBe('refunded');
    const more = await refund(order.order_id, { all: true, reason: 'once more' });
    expect(more.status).toBe(409);
    expect(more.body.code).toBe('not-refundable');
  });

  test('happens once per key, and never exceeds the paid amount', async () => {
    const { order } = await buy();
    const key = randomUUID();
    const { amount_minor, currency } = order.total_price;
    const amount = { amount_minor: Math.floor(amount_minor / 2), currency };
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => refund(order.order_id, { amount, reason: 'sorry' }, key)),
    );
    expect(new Set(replies.map(({ body }) => body.refund_id)).size).toBe(1);
    const rest = await Promise.all(
      Array.from({ length: 10 }, () => refund(order.order_id, { amount, reason: 'sorry again' })),
    );
    expect(rest.filter(({ status }) => status === 202)).toHaveLength(1);
    await shop.services.jobs.runDue();
    expect((await orderNow(order.order_id)).payment_status).toMatch(/^(partly-)?refunded$/);
    expect(await findIrregularities(shop.db)).toEqual([]);
  });

  test('needs an Idempotency-Key', async () => {
    const { order } = await buy();
    const { status, body } = await admin.send<Problem>('POST', `/admin/orders/${order.order_id}/refund`, {
      all: true,
      reason: 'sorry',
    });
    expect([status, body.code]).toEqual([400, 'idempotency-key-missing']);
  });
});

test('an order that is not paid in time is cancelled, and its stock, code and checkout are free again', async () => {
  const buyer = createShopper(shop.app);
  const before = await onHand();
  const checkout = await buyer.fillCheckout([{ productId: products[0], quantity: 1 }]);
  const { status, body } = await buyer.confirm(checkout, { card: '4000 0025 0000 3155' });
  expect(status).toBe(202);
  expect(body.next_action?.redirect_url).toMatch(/\/payments\/test\/authenticate\?reference=/);
  await shop.db.execute(sql`
    update orders set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 second'
    where order_id = ${body.order.order_id}`);
  await addJob(shop.db, { name: 'reconcile-orders', payload: {} });
  await shop.services.jobs.runDue();
  expect(await orderNow(body.order.order_id)).toMatchObject({
    status: 'Cancelled',
    cancelled_because: 'not-paid-in-time',
    payment_status: 'cancelled',
  });
  expect(await onHand()).toBe(before);
  expect((await buyer.confirm(checkout)).status).toBe(201);
  expect(await findIrregularities(shop.db)).toEqual([]);
});

describe('an order is visible to', () => {
  test('its buyer, in their list and by its id', async () => {
    const member = await createMember(shop);
    const token = await tokenOf({ userId: member.userId });
    const { order } = await buy(createShopper(shop.app, { email: member.email, token }), 1);
    const { body } = await member.send<OrderList>('GET', '/orders');
    expect(body.items.map(({ order_id }) => order_id)).toEqual([order.order_id]);
    expect((await member.send('GET', `/orders/${order.order_id}`)).status).toBe(200);
  });

  test('a guest with the token of this order, and with no other', async () => {
    const guest = createShopper(shop.app);
    const { order, access_token } = await buy(guest, 1);
    const other = await buy(createShopper(shop.app), 1);
    expect((await guest.send('GET', `/orders/${order.order_id}`)).status).toBe(404);
    expect((await guest.send('GET', `/orders/${order.order_id}?access=${access_token}`)).status).toBe(200);
    expect((await guest.send('GET', `/orders/${other.order.order_id}?access=${access_token}`)).status).toBe(
      404,
    );
  });

  test('a guest who knows its number and the email address', async () => {
    const { order } = await buy(createShopper(shop.app), 1);
    const guest = createShopper(shop.app);
    const found = await guest.send<OrderAccess>('POST', '/orders/lookup', {
      order_number: order.order_number.toLowerCase(),
      email: order.email?.toUpperCase(),
    });
    expect(found.status).toBe(200);
    const path = `/orders/${order.order_id}?access=${found.body.access_token}`;
    expect((await guest.send('GET', path)).status).toBe(200);
    const wrong = await guest.send<Problem>('POST', '/orders/lookup', {
      order_number: order.order_number,
      email: 'somebody@example.com',
    });
    expect([wrong.status, wrong.body.code]).toEqual([404, 'order-not-found']);
  });
});

describe('the tracking stream', () => {
  interface Told {
    readonly id: string;
    readonly kind: string;
    readonly fulfilment_status: string;
  }

  function follow(node: TestNode, path: string, lastEventId?: string) {
    const { port } = node.app.server.address() as AddressInfo;
    const told: Told[] = [];
    let wake: () => void = () => undefined;
    const sent = httpRequest({
      host: '127.0.0.1',
      port,
      path: `/api/v1${path}`,
      headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    });
    sent.on('error', () => undefined);
    sent.end();
    const response = once(sent, 'response').then(([answer]) => {
      let text = '';
      (answer as IncomingMessage).setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const [, id, data] = /^id: (\d+)\nevent: order\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
          if (id) told.push({ ...(JSON.parse(data) as Told), id });
          text = text.slice(end + 2);
        }
        wake();
      });
      (answer as IncomingMessage).on('error', () => undefined);
      return answer as IncomingMessage;
    });
    return {
      told,
      response,
      async until(kind: string) {
        while (!told.some((event) => event.kind === kind))
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      },
      close: () => sent.destroy(),
    };
  }

  test('sends events of other nodes, and continues where the reader left off', async () => {
    const { order, access_token } = await buy(createShopper(shop.app), 1);
    const path = `/orders/${order.order_id}/events?access=${access_token}`;
    const first = follow(otherNode, path);
    expect((await first.response).headers['content-type']).toContain('text/event-stream');
    await first.until('paid');
    await admin.send('POST', `/admin/orders/${order.order_id}/ship`, {});
    await first.until('shipped');
    expect(first.told.map(({ kind }) => kind)).toEqual(['placed', 'paid', 'shipped']);
    expect(first.told.map((event) => event.fulfilment_status)).toEqual([
      'unfulfilled',
      'unfulfilled',
      'shipped',
    ]);
    first.close();

    await admin.send('POST', `/admin/orders/${order.order_id}/deliver`);
    const second = follow(otherNode, path, first.told.at(-1)?.id);
    await second.until('completed');
    expect(second.told.map(({ kind }) => kind)).toEqual(['delivered', 'completed']);
    second.close();
  });

  test('ends when the node stops, and says when to reconnect', async () => {
    const { order, access_token } = await buy(createShopper(shop.app), 1);
    const path = `/orders/${order.order_id}/events?access=${access_token}`;
    const stoppingNode = await shop.addNode();
    const early = await stoppingNode.app.inject({ url: `/api/v1${path}`, payloadAsStream: true });
    stoppingNode.services.orderStreams.close();
    const late = await stoppingNode.app.inject({ url: `/api/v1${path}` });
    const end = /retry: [12]\d{3}\n: this node stops\n\n$/;
    expect(await text(early.stream())).toMatch(end);
    expect(late.body).toMatch(end);
    expect(late.body).toContain('event: order');
  });

  test('rejects other callers', async () => {
    const { order } = await buy(createShopper(shop.app), 1);
    const stream = follow(otherNode, `/orders/${order.order_id}/events`);
    expect((await stream.response).statusCode).toBe(404);
    stream.close();
  });
});
