/** @file Opens a shop of commit 72f2cac with the current version. Its folder is in testing/upgrade, written by that commit. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checkout, LoginAnswer, ProductList, Recommendations, TokenPair } from '@kindred/contracts';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openBackup } from './modules/running/backup/index.ts';
import { loadAsThen } from './testing/backup/load-as-then.ts';
import { openNode } from './testing/backup/restored-shop.ts';
import { createDatabaseOfBefore } from './testing/postgres/database-of-before.ts';
import { createShopper, homeAddress, type Shopper } from './testing/shopper.ts';
import type { TestNode } from './testing/test-shop.ts';
import { fixture } from './testing/upgrade/fixture.ts';
import { type Answer, findLostAnswers } from './testing/upgrade/lost-answers.ts';
import { findLostRows } from './testing/upgrade/lost-rows.ts';
import { lookAround, type Memory } from './testing/upgrade/memory.ts';
import { readTables, type Tables } from './testing/upgrade/rows.ts';

const { memory, shown } = JSON.parse(readFileSync(fixture.memory, 'utf8')) as {
  memory: Memory;
  shown: Record<string, Answer>;
};

let node: TestNode;
let client: pg.Client;
let before: Tables;
let after: Tables;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-upgrade-'));
  closers.push(() => rmSync(dataDir, { recursive: true }));
  const database = await createDatabaseOfBefore('shipments');
  closers.push(database.close);
  const { connectionString } = database;
  const backup = await openBackup(fixture.backup);
  await loadAsThen(backup, { connectionString, dataDir });
  await backup.close();
  client = new pg.Client({ connectionString });
  await client.connect();
  closers.push(() => client.end());
  // The stored sessions have expired since then.
  await client.query("update sessions set expires_at = now() + interval '30 days'");
  before = await readTables(client);
  await database.migrate();
  after = await readTables(client);
  const opened = await openNode(connectionString, dataDir);
  closers.push(opened.close);
  node = opened;
});

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function logIn(who: { email: string; password: string }): Promise<Shopper> {
  const browser = createShopper(node.app);
  const { email, password } = who;
  const { status, body } = await browser.send<LoginAnswer>('POST', '/auth/login', { email, password });
  expect(status).toBe(200);
  return createShopper(node.app, { token: body.access_token });
}

test('every row of every table exists with the same values', () => {
  expect(Object.values(before).reduce((sum, { rows }) => sum + rows.length, 0)).toBeGreaterThan(2_000);
  expect(findLostRows(before, after)).toEqual([]);
});

test('the comparison finds a missing row and a changed row', () => {
  const [first, second] = before.reviews!.rows.map(({ review_id }) => review_id);
  const rows = after
    .reviews!.rows.filter(({ review_id }) => review_id !== first)
    .map((row) => (row.review_id === second ? { ...row, rating: 0 } : row));
  const lost = findLostRows(before, { ...after, reviews: { ...after.reviews!, rows } });
  expect(lost).toEqual([
    `reviews ${first} is lost.`,
    expect.stringMatching(`^reviews ${second}: rating was`),
  ]);
});

test('people log in with their passwords, and the shop shows them the same as before', async () => {
  // The token that gives a guest access to an order expires after 180 days.
  const { created_at } = before.mails!.rows.at(-1)!;
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(created_at) });
  onTestFinished(() => void vi.useRealTimers());
  const guest = createShopper(node.app);
  guest.cookies.set('kindred_visitor', memory.visitorId);
  const people = {
    guest,
    member: await logIn(memory.member),
    admin: await logIn(memory.admin),
    stranger: createShopper(node.app),
  };
  const look = async (who: keyof typeof people, path: string) =>
    (await people[who].send<Answer>('GET', path)).body;
  expect(findLostAnswers(shown, await lookAround(look, memory))).toEqual([]);
});

test('a session stays valid', async () => {
  const { refreshToken } = memory.member;
  const { status, body } = await createShopper(node.app).send<TokenPair>('POST', '/auth/refresh', {
    refresh_token: refreshToken,
  });
  expect(status).toBe(200);
  const { body: profile } = await createShopper(node.app, { token: body.access_token }).send<Answer>(
    'GET',
    '/me',
  );
  expect(profile.email).toBe(memory.member.email);
});

test('the old model recommends', async () => {
  const active = before.models!.rows.find(({ status }) => status === 'active')!;
  const member = await logIn(memory.member);
  const { body } = await member.send<Recommendations>('GET', '/recommendations?context=home');
  expect(body.model_version).toBe(active.model_version);
  expect(body.items.length).toBeGreaterThan(5);
});

test('search finds the old products', async () => {
  const { title, product_id } = before.products!.rows[0]!;
  const { body } = await createShopper(node.app).send<ProductList>(
    'GET',
    `/products?q=${encodeURIComponent(title)}`,
  );
  expect(body.items[0]!.product_id).toBe(product_id);
});

test('a guest pays for the old cart', async () => {
  const guest = createShopper(node.app);
  guest.cookies.set('kindred_visitor', memory.visitorId);
  const { body: checkout } = await guest.send<Checkout>('PATCH', '/checkout', {
    shipping_address: homeAddress,
    shipping_method_id: 'standard',
  });
  const { status, body } = await guest.confirm(checkout);
  expect(status).toBe(201);
  expect(body.order.lines).toHaveLength(2);
});

test('a link in an earlier mail still unsubscribes', async () => {
  const { status } = await createShopper(node.app).send('POST', '/newsletter/unsubscribe', {
    token: memory.newsletterToken,
  });
  expect(status).toBe(200);
});

test('queued mails are sent', async () => {
  const waiting = before.mails!.rows.filter(({ state }) => state === 'queued').map(({ mail_id }) => mail_id);
  expect(waiting.length).toBeGreaterThan(0);
  await client.query(
    'select graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) from graphile_worker.jobs',
  );
  await node.services.jobs.start();
  await vi.waitFor(
    async () => {
      const { rows } = await client.query('select state from mails where mail_id = any($1)', [waiting]);
      expect(rows.map(({ state }) => state)).toEqual(waiting.map(() => 'sent'));
    },
    { timeout: 10_000 },
  );
});
