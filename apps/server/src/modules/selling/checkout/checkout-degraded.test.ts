import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Env } from '../../../config/env.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { canRunRedis, createTestRedis } from '../../../testing/servers/redis-server.ts';
import { createStripeServer, type StripeServer } from '../../../testing/servers/stripe-server.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

const nobody = '127.0.0.1:1';

let shop: TestShop | undefined;
let silent: Server;
let silentAddress: string;

beforeAll(async () => {
  // Accepts connections and never answers.
  silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  silentAddress = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
});
afterAll(() => silent.close());
afterEach(async () => {
  await shop?.close();
  shop = undefined;
});

async function open(env: Env): Promise<TestShop> {
  shop = await createTestShop({ size: smallSize, env });
  return shop;
}

async function productOf({ db }: TestShop): Promise<number> {
  const { rows } = await db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 5 order by product_id limit 1`);
  return rows[0].product_id;
}

interface Ready {
  status: string;
  parts: Record<string, { state: string; detail?: string }>;
}

describe.each([
  ['Redis is down', { REDIS_URL: `redis://${nobody}` }, 'carts'],
  [
    'Redis does not answer',
    {
      get REDIS_URL() {
        return `redis://${silentAddress}`;
      },
    },
    'carts',
  ],
  ['SMTP is down', { SMTP_URL: `smtp://${nobody}` }, 'mail'],
  [
    'SMTP does not answer',
    {
      get SMTP_URL() {
        return `smtp://${silentAddress}`;
      },
    },
    'mail',
  ],
])('when %s', (_name, env, part) => {
  test('the shop still sells, and reports what is degraded', async () => {
    const { app, db, services } = await open({ ...env });
    const buyer = createShopper(app);
    const productId = await productOf(shop!);
    const started = performance.now();
    const checkout = await buyer.fillCheckout([{ productId, quantity: 1 }]);
    const { status, body } = await buyer.confirm(checkout);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(performance.now() - started).toBeLessThan(8_000);

    const ready = await shop!.get<Ready>('/readyz');
    expect(ready.status).toBe('degraded');
    expect(ready.parts[part].state).toBe('degraded');
    expect(ready.parts.database.state).toBe('ok');
    const metrics = await app.inject({ url: '/metrics' });
    expect(metrics.body).toContain(`kindred_part_degraded{part="${part}"} 1`);

    const { rows } = await db.execute(sql`select kind from mails where state = 'queued'`);
    expect(rows).toEqual([{ kind: 'order-confirmed' }]);
    expect(await findIrregularities(db)).toEqual([]);
    expect(services.gateway.provider).toBe('test');
  });
});

test.skipIf(!canRunRedis)('a cart that was filled with Redis can be bought without Redis', async () => {
  const redis = await createTestRedis();
  const { app } = await open({ REDIS_URL: redis.url });
  const buyer = createShopper(app);
  const productId = await productOf(shop!);
  const checkout = await buyer.fillCheckout([{ productId, quantity: 2 }]);
  await redis.kill();
  const { status, body } = await buyer.confirm(checkout);
  expect(status, JSON.stringify(body)).toBe(201);
  expect(body.order.lines).toMatchObject([{ product_id: productId, quantity: 2 }]);
  const { body: cart } = await buyer.send<{ item_count: number }>('GET', '/cart');
  expect(cart.item_count).toBe(0);
});

describe('when Stripe takes the payments', () => {
  let stripe: StripeServer;
  afterEach(() => stripe.close());

  async function openWithStripe() {
    stripe = await createStripeServer();
    return open({
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_BASE: stripe.url.href,
    });
  }

  const card = 'pm_card_visa';

  test('an order is paid', async () => {
    const { app, db } = await openWithStripe();
    const buyer = createShopper(app);
    const checkout = await buyer.fillCheckout([{ productId: await productOf(shop!), quantity: 1 }]);
    const { status, body } = await buyer.confirm(checkout, { card });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.order.payment_status).toBe('paid');
    const { rows } = await db.execute(sql`select provider, reference like 'pi\\_%' as named from payments`);
    expect(rows).toEqual([{ provider: 'stripe', named: true }]);
  });

  test('and is down, nothing is charged, no stock is reserved, and the cart is unchanged', async () => {
    const { app, db } = await openWithStripe();
    const buyer = createShopper(app);
    const checkout = await buyer.fillCheckout([{ productId: await productOf(shop!), quantity: 1 }]);
    stripe.trouble({
      request: /POST \/v1\/payment_intents$/,
      does: 'answer-500',
      worksFirst: false,
      times: 2,
    });
    const refused = await buyer.confirm(checkout, { card });
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe('payment-unavailable');
    const { body: cart } = await buyer.send<{ item_count: number }>('GET', '/cart');
    expect(cart.item_count).toBe(1);
    const { rows } = await db.execute(sql`select sum(reserved)::int as reserved from inventory`);
    expect(rows).toEqual([{ reserved: 0 }]);

    const again = await buyer.confirm(checkout, { card });
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(await findIrregularities(db)).toEqual([]);
  });

  test('and its answer to a charge is lost, the order is found to be paid', async () => {
    const { app, db, services } = await openWithStripe();
    const buyer = createShopper(app);
    const checkout = await buyer.fillCheckout([{ productId: await productOf(shop!), quantity: 1 }]);
    stripe.trouble({ request: /\/confirm$/, does: 'drop', worksFirst: true, times: 2 });
    const pending = await buyer.confirm(checkout, { card });
    expect(pending.status, JSON.stringify(pending.body)).toBe(202);
    expect(pending.body.order.payment_status).toBe('pending');

    const again = await buyer.confirm(checkout, { card });
    expect(again.status).toBe(201);
    expect(again.body.order.order_id).toBe(pending.body.order.order_id);
    await services.jobs.runDue();
    expect(await findIrregularities(db)).toEqual([]);
  });
});
