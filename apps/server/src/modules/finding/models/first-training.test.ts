import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualSignals } from '@kindred/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase } from '../../../testing/postgres/test-database.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { startFirstTraining } from './first-training.ts';
import { artefactDirectory } from './model.ts';
import { offerTraining } from './model-jobs.ts';
import { promoteModel } from './promote-model.ts';
import { trainModel } from './train-model.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const models = async () =>
  (
    await shop.db.execute<{ model_version: string; status: string }>(
      sql`select model_version, status from models`,
    )
  ).rows;

test('an aborted training ends soon, and leaves no model', async () => {
  const stopping = new AbortController();
  const { db, connectionString, dataDir } = shop;
  const { finished } = await startFirstTraining({
    signals: usualSignals,
    db,
    connectionString,
    dataDir,
    threads: 1,
    logger: pino({ level: 'silent' }),
    signal: stopping.signal,
  });
  stopping.abort();
  await finished;
  expect(await models()).toEqual([]);
});

test('two imports in a row cause one training, and the same data are trained again only for another kind', async () => {
  const waiting = async () =>
    (
      await shop.db.execute(
        sql`select last_error from graphile_worker.jobs where task_identifier = 'train-model'`,
      )
    ).rows;
  expect([await offerTraining(shop.db), await offerTraining(shop.db)]).toEqual(['scheduled', 'scheduled']);
  expect(await waiting()).toHaveLength(1);

  /** The clock of the queue is the database's. */
  await shop.db.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
  await shop.services.jobs.runDue();
  // The runner starts a job without waiting for its end.
  await expect.poll(waiting).toEqual([]);
  const [model] = await models();
  // The gate decides whether it serves, as for any training.
  expect(model).toMatchObject({ status: expect.stringMatching(/^(active|rejected)$/) });
  const names = readFileSync(
    join(artefactDirectory(shop.dataDir, model.model_version), 'item-names.json'),
    'utf8',
  );
  const { rows } = await shop.db.execute<{ parent_asin: string }>(sql`select parent_asin from products`);
  expect(rows.map((row) => row.parent_asin)).toEqual(expect.arrayContaining(JSON.parse(names)));

  const { db, dataDir } = shop;
  const again = await trainModel({
    db,
    dataDir,
    signals: usualSignals,
    seed: 1,
    threads: 1,
    trainedBy: 'a test',
    onlyIfNew: true,
  });
  expect(again).toEqual({ code: 'nothing-new' });
  const other = { kind: 'co-purchase', seed: 1, threads: 1, trainedBy: 'a test', onlyIfNew: true };
  const outcome = await trainModel({ db, dataDir, signals: usualSignals, ...other });
  if (outcome.code !== 'trained') throw new Error(outcome.code);
  const { modelVersion } = outcome.model;
  expect(modelVersion).toMatch(/^co-purchase-\d{8}T\d{6}Z-[0-9a-f]{8}$/);
  expect(await promoteModel({ db, dataDir, modelVersion, promotedBy: 'a test' })).toBe('promoted');
});

test('only offers a training if no shop is running', async () => {
  const { connectionString, drop } = await createTestDatabase();
  const { db, close } = openDatabase({ connectionString });
  expect(await offerTraining(db)).toBe('offered');
  await close();
  await drop();
});
