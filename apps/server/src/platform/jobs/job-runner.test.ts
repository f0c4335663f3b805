import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres/test-database.ts';
import { type OpenDatabase, openDatabase } from '../postgres/database.ts';
import { sql } from '../postgres/sql.ts';
import { addJob } from './add-job.ts';
import { createJobRunner, type JobHandler } from './job-runner.ts';

let database: TestDatabase;
let shop: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  shop = openDatabase(database);
});
afterAll(async () => {
  await shop.close();
  await database.drop();
});

/** Stops the runner during a job. */
async function stopDuring(handler: JobHandler, finishMs: number): Promise<void> {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const runner = createJobRunner({
    pool: shop.pool,
    handlers: {
      work: (payload, attempt) => {
        resolve();
        return handler(payload, attempt);
      },
    },
    schedules: [],
    logger: pino({ level: 'silent' }),
    finishMs,
  });
  await addJob(shop.db, { name: 'work', payload: {} });
  await runner.start();
  await begun;
  await Promise.all([runner.close(), runner.close()]);
}

async function waitingJobs() {
  const { rows } = await shop.db.execute(
    sql`select locked_at, attempts, last_error from graphile_worker._private_jobs`,
  );
  return rows;
}

test('finishes a running job when the node stops', async () => {
  let isDone = false;
  await stopDuring(async () => {
    await shop.db.execute(sql`select pg_sleep(.05)`);
    isDone = true;
  }, 10_000);
  expect(isDone).toBe(true);
  // The runner starts a job without waiting for its end.
  await expect.poll(waitingJobs).toEqual([]);
});

test('returns a job that does not end in time to the queue, for another node', async () => {
  await stopDuring(() => new Promise(() => undefined), 50);
  expect(await waitingJobs()).toEqual([
    { locked_at: null, attempts: 1, last_error: 'The node stopped before the job had ended.' },
  ]);
});

test('runs all due jobs of a queue, also those that wait behind another', async () => {
  let done = 0;
  const runner = createJobRunner({
    pool: shop.pool,
    handlers: {
      queued: async () => {
        done += 1;
      },
    },
    schedules: [],
    logger: pino({ level: 'silent' }),
  });
  for (let count = 0; count < 30; count += 1)
    await addJob(shop.db, { name: 'queued', queue: 'queue', payload: {} });
  await runner.runDue();
  expect(done).toBe(30);
});
