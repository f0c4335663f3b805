import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Problem, RecommendationBatch } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tryWithLock } from '../../../platform/postgres/advisory-lock.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { recommend } from '../recommendations/index.ts';
import { batchFile, batchFolder } from './batch.ts';
import { removeOldFiles } from './batch-jobs.ts';

interface Line {
  readonly request_id: string;
  readonly user_id: string;
  readonly model_version: string | null;
  readonly items: { product_id: number; item_id: string; reason: { text: string } }[];
}

let shop: TestShop;
let admin: Shopper;
/** People with a history. */
let people: string[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  const { rows } = await shop.db.execute<{ user_id: string }>(
    sql`select user_id from reviews group by user_id order by count(*) desc, user_id limit 25`,
  );
  people = rows.map(({ user_id }) => user_id);
});
afterAll(() => shop.close());

const order = (body: object) =>
  admin.send<RecommendationBatch & Pick<Problem, 'code'>>('POST', '/recommendations/batch', body);
const look = async (id: string) =>
  (await admin.send<RecommendationBatch>('GET', `/recommendations/batch/${id}`)).body;

async function fileOf(id: string): Promise<Buffer> {
  const { statusCode, headers, rawPayload } = await shop.app.inject({
    url: `/api/v1/recommendations/batch/${id}/file`,
    headers: { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` },
  });
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/gzip']);
  return rawPayload;
}

const linesOf = (file: Buffer): Line[] =>
  gunzipSync(file)
    .toString()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : JSON.parse(line)));

test('batches run one after the other: each keeps a connection of the node, and shoppers need the rest', async () => {
  const ordered = [await order({ user_ids: people }), await order({ user_ids: people })];
  const { jobs } = shop.services;
  await Promise.all([jobs.runDue(), jobs.runDue()]);
  await jobs.runDue();
  const times = await Promise.all(ordered.map(({ body }) => look(body.batch_id)));
  const [first, second] = times.sort((a, b) => Date.parse(a.started_at!) - Date.parse(b.started_at!));
  expect(Date.parse(second!.started_at!)).toBeGreaterThanOrEqual(Date.parse(first!.finished_at!));
});

test('writes the shelves of a list of people, the same as each person would get, in their order', async () => {
  const { status, body } = await order({ user_ids: [...people, 'nobody', people[0]], limit: 5 });
  expect([status, body.status, body.people]).toEqual([202, 'queued', people.length + 1]);
  const early = await admin.send<Problem>('GET', `/recommendations/batch/${body.batch_id}/file`);
  expect([early.status, early.body.code]).toEqual([409, 'batch-not-finished']);
  await shop.services.jobs.runDue();
  const batch = await look(body.batch_id);
  expect(batch).toMatchObject({
    status: 'done',
    people_done: people.length + 1,
    shelves: people.length,
    failure: null,
  });
  const { rows } = await shop.db.execute(
    sql`select user_ids from recommendation_batches where batch_id = ${body.batch_id}::uuid`,
  );
  expect(rows).toEqual([{ user_ids: null }]);
  const lines = linesOf(await fileOf(body.batch_id));
  expect(lines.map(({ user_id }) => user_id)).toEqual(people);
  expect(new Set(lines.map(({ request_id }) => request_id)).size).toBe(people.length);
  expect(batch.items).toBe(lines.reduce((sum, { items }) => sum + items.length, 0));
  for (const { user_id, items, model_version } of lines.slice(0, 5)) {
    const page = await recommend(shop.services.recommendations, {
      context: 'home',
      shopper: { userId: user_id, visitorId: undefined },
      productId: undefined,
      limit: 5,
      shown: [],
    });
    expect(items.map(({ product_id }) => product_id)).toEqual(
      page.items.map(({ product }) => product.product_id),
    );
    expect(items.map(({ reason }) => reason.text)).toEqual(page.items.map(({ reason }) => reason.text));
    expect(model_version).toBe(page.modelVersion ?? null);
  }
});

test('a job that was killed goes on after the last chunk, and drops half a chunk', async () => {
  const { body } = await order({ user_ids: people, limit: 3 });
  const done = gzipSync(`${JSON.stringify({ user_id: people[0], items: [] })}\n`);
  mkdirSync(batchFolder(shop.dataDir), { recursive: true });
  writeFileSync(batchFile(shop.dataDir, body.batch_id), Buffer.concat([done, Buffer.from('half a chunk')]));
  await shop.db.execute(sql`
    update recommendation_batches set status = 'running', people_done = 1, shelves = 1, file_bytes = ${done.length}
    where batch_id = ${body.batch_id}::uuid`);
  await shop.services.jobs.runDue();
  expect(linesOf(await fileOf(body.batch_id)).map(({ user_id }) => user_id)).toEqual(people);
  expect(await look(body.batch_id)).toMatchObject({ status: 'done', shelves: people.length });
});

test('a batch does not fail while another process works on it', async () => {
  const { body } = await order({ user_ids: people.slice(0, 2) });
  await shop.db.execute(sql`update graphile_worker._private_jobs set max_attempts = 1`);
  await tryWithLock(shop.db, `kindred:batch:${body.batch_id}`, () => shop.services.jobs.runDue());
  expect((await look(body.batch_id)).status).toBe('queued');
  await shop.db.execute(sql`delete from recommendation_batches where batch_id = ${body.batch_id}::uuid`);
});

test('begins again if the model that it began with is gone', async () => {
  const { body } = await order({ user_ids: people.slice(0, 3) });
  writeFileSync(batchFile(shop.dataDir, body.batch_id), 'of a lost model');
  await shop.db.execute(sql`
    update recommendation_batches set status = 'running', people_done = 1, file_bytes = 5, model_version = 'lost-20260101T000000Z-00000000'
    where batch_id = ${body.batch_id}::uuid`);
  await shop.services.jobs.runDue();
  expect(linesOf(await fileOf(body.batch_id))).toHaveLength(3);
  expect((await look(body.batch_id)).model_version).toBeNull();
});

test('writes the shelves of all people', async () => {
  const { body } = await order({});
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ user_id: string }>(
    sql`select user_id from users where erased_at is null order by user_id`,
  );
  const lines = linesOf(await fileOf(body.batch_id));
  expect(lines.map(({ user_id }) => user_id)).toEqual(rows.map(({ user_id }) => user_id));
});

test('a file is removed after seven days', async () => {
  const { body } = await order({ user_ids: people.slice(0, 2) });
  await shop.services.jobs.runDue();
  const path = batchFile(shop.dataDir, body.batch_id);
  await removeOldFiles(batchFolder(shop.dataDir), Date.now());
  expect(readFileSync(path).length).toBeGreaterThan(0);
  utimesSync(path, new Date(0), new Date(0));
  await removeOldFiles(batchFolder(shop.dataDir), Date.now());
  const gone = await admin.send<Problem>('GET', `/recommendations/batch/${body.batch_id}/file`);
  expect([gone.status, gone.body.code]).toEqual([410, 'batch-file-gone']);
});

test('at most ten batches wait', async () => {
  for (let waiting = 0; waiting < 10; waiting++) expect((await order({ user_ids: ['A'] })).status).toBe(202);
  const { status, body } = await order({ user_ids: ['A'] });
  expect([status, body.code]).toEqual([409, 'too-many-batches']);
});
