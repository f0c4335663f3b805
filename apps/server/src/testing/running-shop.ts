import type { Env } from '../config/env.ts';
import { sql } from '../platform/postgres/sql.ts';
import { freePort } from './servers/free-port.ts';
import { createTestShop, smallSize, type TestShop } from './test-shop.ts';

export interface RunningShop extends TestShop {
  readonly url: string;
  /** The log-in of the demo's shopper. */
  readonly shopperId: string;
}

/** A small shop that listens on the loopback address and runs its jobs. */
export async function startTestShop(env: Env = {}): Promise<RunningShop> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const shop = await createTestShop({
    size: smallSize,
    env: { PUBLIC_URL: url, PORT: String(port), ...env },
  });
  await shop.services.jobs.start();
  await shop.app.listen({ host: '127.0.0.1', port });
  const { rows } = await shop.db.execute<{ user_id: string }>(
    sql`select user_id from users where email = ${shop.accounts.shopper.email}`,
  );
  return { ...shop, url, shopperId: rows[0].user_id };
}
