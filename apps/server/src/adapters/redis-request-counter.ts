/** @file Counts requests in Redis, for all nodes together. While Redis does not answer, each node counts by itself. */
import { Redis } from 'ioredis';
import { createLocalCounter, type RequestCounter } from '../platform/http/rate-limits.ts';

const patienceMs = 100;
/** How long a node counts by itself after a failure, so that few requests wait for a Redis that is down. */
const pauseMs = 2_000;

const countScript = `
  local current = redis.call('INCR', KEYS[1])
  if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
  return {current, redis.call('PTTL', KEYS[1])}`;

interface CountScript {
  countRequest(key: string, windowMs: number): Promise<[current: number, endsInMs: number]>;
}

export function createRedisRequestCounter({
  url,
  logger,
}: {
  url: string;
  logger: { warn(details: object, message: string): void };
}): RequestCounter {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patienceMs,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    scripts: { countRequest: { lua: countScript, numberOfKeys: 1 } },
  }) as Redis & CountScript;
  const local = createLocalCounter();
  let pausedUntil = 0;
  redis.on('error', (error) => pause(error));

  function pause(error: unknown): void {
    if (Date.now() >= pausedUntil + pauseMs)
      logger.warn({ err: error }, 'Redis does not answer: each node counts requests by itself');
    pausedUntil = Date.now() + pauseMs;
  }

  return {
    async count(client, windowMs) {
      if (redis.status !== 'ready' || Date.now() < pausedUntil) return local.count(client, windowMs);
      try {
        const [current, endsInMs] = await redis.countRequest(`kindred:requests:${client}`, windowMs);
        return { current, endsInMs };
      } catch (error) {
        pause(error);
        return local.count(client, windowMs);
      }
    },
    close: async () => redis.disconnect(),
  };
}
