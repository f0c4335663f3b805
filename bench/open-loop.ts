/**
 * @file Sends requests at a steady rate, without waiting for earlier answers. Each counts from the moment at which it was due, so that
 * a slow answer does not hide behind requests that were never sent.
 */
import { Agent, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Returns the milliseconds of each piece of work, counted from when it was due. */
export async function runOpenLoop(
  works: readonly (() => Promise<void>)[],
  perSecond: number,
): Promise<number[]> {
  const startedAt = performance.now();
  return Promise.all(
    works.map(async (work, index) => {
      const dueAt = startedAt + (1_000 * index) / perSecond;
      await setTimeout(Math.max(0, dueAt - performance.now()));
      // A timer may fire a little early.
      const countedFrom = Math.min(dueAt, performance.now());
      await work();
      return performance.now() - countedFrom;
    }),
  );
}

export interface HttpShoppers {
  get(path: string): Promise<string>;
  close(): void;
}

/** Shoppers at many loopback addresses, because the shop limits the requests of each address. */
export function createHttpShoppers(origin: string): HttpShoppers {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let sent = 0;
  return {
    get: (path) =>
      new Promise((resolve, reject) => {
        const localAddress = `127.0.1.${1 + (sent++ % 200)}`;
        request({ agent, hostname, port, path, localAddress }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const body = Buffer.concat(chunks).toString();
            if (response.statusCode === 200) resolve(body);
            else reject(new Error(`${path} was answered with ${response.statusCode}: ${body}`));
          });
          response.on('error', reject);
        })
          .on('error', reject)
          .end();
      }),
    close: () => agent.destroy(),
  };
}

/** `values` may be in any order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}
