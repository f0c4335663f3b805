import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { describeCartStore, line, plusOne, visitor } from '../ports/cart-store.contract.ts';
import type { CartStore } from '../ports/cart-store.ts';
import { createCartFixture } from '../testing/cart-fixture.ts';
import { canRunRedis, createTestRedis, type TestRedis } from '../testing/servers/redis-server.ts';
import { createRedisCartStore } from './redis-cart-store.ts';

describe.skipIf(!canRunRedis)('with a Redis server', () => {
  type Fixture = Awaited<ReturnType<typeof createCartFixture>>;

  const logger = pino({ level: 'silent' });
  let redis: TestRedis;
  let fixture: Fixture;
  /** Two nodes of the shop. */
  let [node, other]: CartStore[] = [];
  let reads = 0;

  async function isUsed(store: CartStore): Promise<void> {
    await vi.waitFor(() => expect(store.degradation()).toBeUndefined(), { timeout: 10_000, interval: 5 });
  }

  function counted(store: Fixture['store']): Fixture['store'] {
    return {
      ...store,
      read(owner) {
        reads++;
        return store.read(owner);
      },
      readVersioned(owner) {
        reads++;
        return store.readVersioned(owner);
      },
    };
  }

  beforeAll(async () => {
    redis = await createTestRedis();
    fixture = await createCartFixture();
    [node, other] = [0, 1].map(() =>
      createRedisCartStore({ url: redis.url, store: counted(fixture.store), logger }),
    );
    await Promise.all([isUsed(node), isUsed(other)]);
    // By now each node knows the epoch that the other one began.
    await Promise.all([node.read(visitor()), other.read(visitor())]);
  });
  afterAll(async () => {
    await Promise.all([node.close(), other.close()]);
    await fixture.close();
    await redis.kill();
  });

  describeCartStore('Redis before PostgreSQL', async () => {
    const own = await createCartFixture();
    const server = await createTestRedis();
    const store = createRedisCartStore({ url: server.url, store: own.store, logger });
    await isUsed(store);
    return {
      ...own,
      store,
      async close() {
        await store.close();
        await own.close();
        await server.kill();
      },
    };
  });

  test('after a read or a change, every node reads the cart from Redis', async () => {
    const owner = visitor();
    await node.update(owner, plusOne(fixture.productIds[0]));
    reads = 0;
    for (const store of [node, other, node]) expect((await store.read(owner)).lines).toHaveLength(1);
    expect(reads).toBe(0);
  });

  test('an older cart does not replace a newer one', async () => {
    const owner = visitor();
    const [first] = fixture.productIds;
    await node.update(owner, plusOne(first));
    const held = await fixture.store.readVersioned(owner);
    const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<typeof held>()];
    const late = createRedisCartStore({
      url: redis.url,
      store: {
        ...fixture.store,
        readVersioned() {
          asked.resolve();
          return answer.promise;
        },
      },
      logger,
    });
    await isUsed(late);
    const lateRead = late.read(owner);
    await asked.promise;
    await other.update(owner, plusOne(first));
    answer.resolve(held);
    await lateRead;
    expect((await node.read(owner)).lines).toEqual([line(first, 2)]);
    await late.close();
  });

  test('200 mixed operations, with Redis killed in the middle, lose no acknowledged change and read correctly', async () => {
    const owners = Array.from({ length: 5 }, visitor);
    const [first, ...more] = fixture.productIds;
    const acknowledged = owners.map(() => 0);
    let done = 0;

    async function shopper(place: number): Promise<void> {
      const owner = owners[place];
      for (let step = 0; step < 40; step++) {
        const store = step % 3 === 0 ? other : node;
        if (step % 2 === 0) {
          await store.update(owner, plusOne(first));
          acknowledged[place]++;
        } else {
          const { lines } = await store.read(owner);
          expect(lines.find(({ productId }) => productId === first)?.quantity).toBe(acknowledged[place]);
        }
        if (++done === 100) await redis.kill();
      }
    }
    await Promise.all(owners.map((_, place) => shopper(place)));
    expect(acknowledged).toEqual([20, 20, 20, 20, 20]);
    expect(node.degradation()).toMatch(/^Redis has not answered since \d{4}-.*PostgreSQL\.$/);

    const before = performance.now();
    await Promise.all(owners.map((owner) => node.update(owner, plusOne(more[0]))));
    expect(performance.now() - before).toBeLessThan(2_000);

    await redis.start();
    await Promise.all([isUsed(node), isUsed(other)]);
    for (const owner of owners) {
      await node.read(owner);
      reads = 0;
      const { lines } = await other.read(owner);
      expect(new Map(lines.map((one) => [one.productId, one.quantity]))).toEqual(
        new Map([
          [first, 20],
          [more[0], 1],
        ]),
      );
      expect(reads).toBe(0);
    }
  });

  test('does not trust Redis for changes that it missed while a node was disconnected', async () => {
    const owner = visitor();
    const [first] = fixture.productIds;
    await node.update(owner, plusOne(first));
    redis.pause();
    const before = performance.now();
    await node.update(owner, plusOne(first));
    await node.update(owner, plusOne(first));
    expect((await node.read(owner)).lines).toEqual([line(first, 3)]);
    expect(performance.now() - before).toBeLessThan(1_500);
    redis.resume();
    await isUsed(node);
    await isUsed(other);
    expect((await other.read(owner)).lines).toEqual([line(first, 3)]);
    expect((await node.read(owner)).lines).toEqual([line(first, 3)]);
  });

  test('a shop starts and sells without Redis', async () => {
    const store = createRedisCartStore({ url: 'redis://127.0.0.1:1', store: fixture.store, logger });
    const owner = visitor();
    await store.update(owner, plusOne(fixture.productIds[0]));
    expect((await store.read(owner)).lines).toHaveLength(1);
    expect(store.degradation()).toBeDefined();
    await store.close();
  });
});
