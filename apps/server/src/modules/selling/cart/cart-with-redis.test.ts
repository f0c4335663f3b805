import type { Cart, LoginAnswer } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { canRunRedis, createTestRedis, type TestRedis } from '../../../testing/servers/redis-server.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestNode, type TestShop } from '../../../testing/test-shop.ts';
import { savePromotion } from '../pricing/index.ts';

describe.skipIf(!canRunRedis)('with a Redis server', () => {
  let redis: TestRedis;
  let shop: TestShop;
  let second: TestNode;
  let ids: number[];

  beforeAll(async () => {
    redis = await createTestRedis();
    shop = await createTestShop({ env: { REDIS_URL: redis.url } });
    second = await shop.addNode();
    const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products where is_listed and price_minor is not null and currency = 'USD' limit 10`);
    ids = rows.map((row) => row.product_id);
    await shop.db.execute(sql`update inventory set on_hand = 1000, reserved = 0`);
    await redisIsUsed();
  });
  afterAll(async () => {
    await shop.close();
    await redis.kill();
  });

  async function redisIsUsed(): Promise<void> {
    const stores = [shop, second].map(({ services }) => services.cartStore);
    const used = () => expect(stores.map((store) => store.degradation())).toEqual([undefined, undefined]);
    await vi.waitFor(used, { timeout: 10_000, interval: 5 });
  }

  const add = (shopper: Pick<Shopper, 'send'>, productId: number) =>
    shopper.send<Cart>('POST', '/cart/items', { product_id: productId, quantity: 1 });

  async function contents(shopper: Pick<Shopper, 'send'>): Promise<Map<number, number>> {
    const { status, body } = await shopper.send<Cart>('GET', '/cart');
    expect(status).toBe(200);
    return new Map(body.items.map((item) => [item.product.product_id, item.quantity]));
  }

  test('Redis is killed while shoppers use two nodes: nothing is lost, every answer is right, and Redis is used again later', async () => {
    const shoppers = [shop, shop, second].map(({ app }) => createShopper(app));
    let requests = 0;
    await Promise.all(
      shoppers.map(async (shopper) => {
        const expected = new Map<number, number>();
        for (let step = 0; step < 20; step++) {
          const productId = ids[step % ids.length];
          const { status } = await add(shopper, productId);
          expect(status).toBe(200);
          expected.set(productId, (expected.get(productId) ?? 0) + 1);
          if (++requests === 30) await redis.kill();
          expect(await contents(shopper)).toEqual(expected);
        }
      }),
    );
    await redis.start();
    await redisIsUsed();
    for (const shopper of shoppers)
      expect(await contents(shopper)).toEqual(new Map(ids.map((productId) => [productId, 2])));
  });

  test('products bought on one node leave the cart on the other', async () => {
    const here = createShopper(shop.app);
    const checkout = await here.fillCheckout([{ productId: ids[0], quantity: 1 }]);
    const there = createShopper(second.app);
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    expect((await contents(there)).size).toBe(1);
    const { status } = await here.confirm(checkout);
    expect(status).toBe(201);
    expect((await contents(there)).size).toBe(0);
    expect((await contents(here)).size).toBe(0);
  });

  test('products paid after a second step at the bank leave the cart on both nodes', async () => {
    const here = createShopper(shop.app);
    const checkout = await here.fillCheckout([{ productId: ids[0], quantity: 1 }]);
    const { status, body } = await here.confirm(checkout, { card: '4000002500003155' });
    expect(status).toBe(202);
    expect((await contents(here)).size).toBe(1);
    const reference = new URL(body.next_action!.redirect_url!).searchParams.get('reference')!;
    await shop.services.testProvider!.authenticate(reference, true);
    await here.send('POST', '/checkout/settle', { order_id: body.order.order_id });
    expect((await contents(here)).size).toBe(0);
  });

  test('two codes that cannot be combined, sent to two nodes concurrently, never stay in one cart', async () => {
    for (const [code, basisPoints] of [
      ['FIVE', 500],
      ['FIFTY', 5_000],
    ] as const)
      await savePromotion(shop.db, { code, kind: 'percentage', basisPoints });
    for (let round = 0; round < 10; round++) {
      const here = createShopper(shop.app);
      await add(here, ids[0]);
      const there = createShopper(second.app);
      for (const [name, value] of here.cookies) there.cookies.set(name, value);
      const send = (shopper: Shopper, code: string) => shopper.send<Cart>('POST', '/cart/promo', { code });
      await Promise.all([send(here, 'FIVE'), send(there, 'FIFTY'), send(here, 'FIFTY'), send(there, 'FIVE')]);
      const { body } = await here.send<Cart>('GET', '/cart');
      expect(body.promo_codes).toEqual(['FIFTY']);
    }
  });

  test('a log-in merges carts that were just read from Redis', async () => {
    const member = await createMember(shop);
    await add(member, ids[0]);
    const browser = createShopper(second.app);
    await add(browser, ids[0]);
    await add(browser, ids[1]);
    await Promise.all([contents(member), contents(browser)]);
    const guest = new Map(browser.cookies);
    await browser.send<LoginAnswer>('POST', '/auth/login', {
      email: member.email,
      password: goodPassword,
      set_cookies: true,
    });
    const merged = new Map([
      [ids[0], 2],
      [ids[1], 1],
    ]);
    expect(await contents(browser)).toEqual(merged);
    expect(await contents(member)).toEqual(merged);
    const visitor = createShopper(shop.app);
    visitor.cookies.set('kindred_visitor', guest.get('kindred_visitor')!);
    expect((await contents(visitor)).size).toBe(0);
  });

  test('Redis is killed during a log-in that merges 65 lines: the log-in works, and no line is lost', async () => {
    const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products where is_listed and price_minor is not null and currency = 'USD' limit 65`);
    const lines = rows.map((row) => row.product_id);
    expect(lines).toHaveLength(65);
    const member = await createMember(shop);
    const browser = createShopper(shop.app);
    for (const productId of lines) await add(browser, productId);
    expect((await contents(browser)).size).toBe(65);

    const [login] = await Promise.all([
      browser.send<LoginAnswer>('POST', '/auth/login', {
        email: member.email,
        password: goodPassword,
        set_cookies: true,
      }),
      redis.kill(),
    ]);
    expect(login.status).toBe(200);
    const everything = new Map(lines.map((productId) => [productId, 1]));
    expect(await contents(browser)).toEqual(everything);
    expect(await contents(member)).toEqual(everything);

    await redis.start();
    await redisIsUsed();
    expect(await contents(member)).toEqual(everything);
  });
});
