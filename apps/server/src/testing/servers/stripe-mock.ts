/** @file Stripe's own `stripe-mock`, which checks requests and answers by Stripe's specification and stores nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface StripeMock {
  readonly url: URL;
  close(): Promise<void>;
}

export async function startStripeMock(binary: string): Promise<StripeMock> {
  const child = spawn(binary, ['-http-addr', '127.0.0.1:0', '-https-addr', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child, 'spawn');
  for await (const line of createInterface(child.stdout)) {
    const address = /^Listening for HTTP at address: (127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stdout.resume();
    return {
      url: new URL(`http://${address}`),
      async close() {
        const ended = once(child, 'exit');
        child.kill();
        await ended;
      },
    };
  }
  throw new Error(`${binary} ended before it listened.`);
}
