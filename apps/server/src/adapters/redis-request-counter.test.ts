import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import { canRunRedis, createTestRedis } from '../testing/servers/redis-server.ts';
import { createRedisRequestCounter } from './redis-request-counter.ts';

describe.skipIf(!canRunRedis)('with a Redis server', () => {
  test('two nodes count together, and each by itself while Redis is down', async () => {
    const redis = await createTestRedis();
    const logger = pino({ level: 'silent' });
    const nodes = [0, 1].map(() => createRedisRequestCounter({ url: redis.url, logger }));
    const count = async (node: number, client = 'A') => (await nodes[node].count(client, 60_000)).current;
    await vi.waitFor(
      async () => {
        const client = crypto.randomUUID();
        expect([await count(0, client), await count(1, client)]).toEqual([1, 2]);
      },
      { timeout: 10_000, interval: 10 },
    );
    expect([await count(0), await count(1), await count(0)]).toEqual([1, 2, 3]);
    expect((await nodes[0].count('A', 60_000)).endsInMs).toBeGreaterThan(0);
    await redis.kill();
    expect([await count(0), await count(0), await count(1)]).toEqual([1, 2, 1]);
    for (const node of nodes) await node.close();
  });
});
