import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestShop, smallSize, type TestShop } from '../../testing/test-shop.ts';
import { startFirstTraining } from './first-training.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

test('a training that is told to stop ends soon, and leaves no model', async () => {
  const stopping = new AbortController();
  const { db, connectionString, dataDir } = shop;
  const { finished } = await startFirstTraining({
    db,
    connectionString,
    dataDir,
    threads: 1,
    logger: pino({ level: 'silent' }),
    signal: stopping.signal,
  });
  stopping.abort();
  await finished;
  const { rows } = await db.execute(sql`select model_version from models`);
  expect(rows).toEqual([]);
});
