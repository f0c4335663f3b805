/** @file A separate Redis server for a test, on a free port, that can be killed and started again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port.ts';

/** Tests that need Redis are skipped on a machine without it, but never in CI. */
export const canRunRedis =
  process.env.CI === 'true' || spawnSync('redis-server', ['--version']).error === undefined;

export interface TestRedis {
  readonly url: string;
  start(): Promise<void>;
  /** As by `kill -9`. */
  kill(): Promise<void>;
  /** Keeps it running without answers until `resume`. */
  pause(): void;
  resume(): void;
}

export async function createTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const redis: TestRedis = {
    url,
    async start() {
      server = spawn(
        'redis-server',
        ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        {
          stdio: 'ignore',
        },
      );
      await once(server, 'spawn');
      const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
      client.on('error', () => undefined);
      await client.ping();
      client.disconnect();
    },
    async kill() {
      const ended = server && once(server, 'exit');
      server?.kill('SIGKILL');
      server = undefined;
      await ended;
    },
    pause: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
  };
  await redis.start();
  return redis;
}
