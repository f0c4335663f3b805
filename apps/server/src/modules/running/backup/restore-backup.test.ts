import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoginAnswer, OwnReview, ProductList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { restoreFile } from '../../../testing/backup/backup-fixture.ts';
import {
  type Digests,
  digestsOf,
  emptyDatabase,
  openNode,
  temporaryFolder,
} from '../../../testing/backup/restored-shop.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { type BackupSummary, makeBackup } from './make-backup.ts';

const version = 'lightgcn-20261101T120000Z-1a2b3c4d';

let shop: TestShop;
let listed: number[];
/** The shop's content at the time of the snapshot, and its backup. */
let expected: Digests;
let summary: BackupSummary;
let ordersAfterSnapshot: number;

async function placeOrder(): Promise<void> {
  const shopper = createShopper(shop.app);
  const productId = listed[Math.floor(Math.random() * listed.length)]!;
  const { status } = await shopper.confirm(await shopper.fillCheckout([{ productId, quantity: 1 }]));
  if (status !== 201) throw new Error(`order: ${status}`);
}

async function count(db: Database, from: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${from}`));
  return rows[0]!.count;
}

beforeAll(async () => {
  shop = await createTestShop();
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    update inventory set on_hand = on_hand + 1000 from products p
    where p.product_id = inventory.product_id and p.is_listed and p.price_minor is not null returning p.product_id`);
  listed = rows.map(({ product_id }) => product_id);
  await shop.db.execute(sql`
    insert into models (model_version, kind, manifest, graph_hash) values (${version}, 'lightgcn', '{}', ${'0'.repeat(64)})`);
  mkdirSync(join(shop.dataDir, 'models', version), { recursive: true });
  writeFileSync(
    join(shop.dataDir, 'models', version, 'model.safetensors'),
    Buffer.alloc(3_000_000, 'weights'),
  );
  for (let order = 0; order < 5; order++) await placeOrder();

  let isOver = false;
  let ordersBefore = 0;
  const load = [1, 2, 3].map(async () => {
    while (!isOver) await placeOrder();
  });
  summary = await makeBackup({
    connectionString: shop.connectionString,
    dataDir: shop.dataDir,
    file: join(shop.dataDir, 'backups', 'shop.tar'),
    createdAt: new Date(),
    async onSnapshot(snapshot) {
      expected = await digestsOf(shop.connectionString, snapshot);
      ordersBefore = expected.orders!.rows;
      await placeOrder();
    },
  }).finally(() => {
    isOver = true;
  });
  await Promise.all(load);
  ordersAfterSnapshot = (await count(shop.db, 'orders')) - ordersBefore;
});
afterAll(() => shop.close());

test('a shop that was backed up while it sold is restored to one consistent state, and continues to sell', async () => {
  expect(ordersAfterSnapshot).toBeGreaterThan(0);
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  await restoreFile(summary.file, to);
  expect(await digestsOf(to.connectionString)).toEqual(expected);
  expect(readFileSync(join(to.dataDir, 'models', version, 'model.safetensors'))).toEqual(
    readFileSync(join(shop.dataDir, 'models', version, 'model.safetensors')),
  );

  const node = await openNode(to.connectionString, to.dataDir);
  try {
    const products = await node.app.inject('/api/v1/products?limit=50');
    expect(products.json<ProductList>().items.length).toBe(50);
    const login = await node.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: shop.accounts.shopper,
    });
    expect(login.statusCode).toBe(200);
    expect(login.json<LoginAnswer>().user.email).toBe(shop.accounts.shopper.email);

    const { rows } = await node.db.execute<{ last: string }>(
      sql`select max(review_id)::text as last from reviews`,
    );
    const member = await createMember(node);
    const review = await member.send<OwnReview>('POST', `/products/${listed[0]}/reviews`, {
      rating: 5,
      title: 'Back',
      text: 'As it was.',
    });
    expect(review.status).toBe(201);
    const { rows: after } = await node.db.execute<{ last: string }>(
      sql`select max(review_id)::text as last from reviews`,
    );
    expect(BigInt(after[0]!.last)).toBeGreaterThan(BigInt(rows[0]!.last));
    const shopper = createShopper(node.app);
    const order = await shopper.confirm(await shopper.fillCheckout([{ productId: listed[1]!, quantity: 1 }]));
    expect(order.status).toBe(201);
  } finally {
    await node.close();
  }
});

test('queued jobs run after a restore: mails are sent, retries continue, failed jobs stay failed', async () => {
  const source = await createTestShop({ size: smallSize });
  const later = new Date('2031-01-01T10:00:00Z');
  try {
    await createMember(source, { isVerified: false });
    await source.app.inject({
      method: 'POST',
      url: '/api/v1/newsletter',
      payload: { email: 'ada@example.com' },
    });
    await addJob(source.db, { name: 'later', payload: { a: [1] }, key: 'k', runAt: later, maxAttempts: 9 });
    await addJob(source.db, { name: 'gave-up', payload: {}, maxAttempts: 2 });
    await source.db.execute(sql`update graphile_worker._private_jobs set attempts = 2, last_error = 'no'
      where max_attempts = 2`);
    await source.db.execute(sql`update graphile_worker._private_jobs set attempts = 3 where key = 'k'`);
    const queuedMails = await count(source.db, `mails where state = 'queued'`);
    expect(queuedMails).toBeGreaterThan(0);
    const file = join(source.dataDir, 'queue.tar');
    await makeBackup({ ...source, file, createdAt: new Date() });

    const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
    await restoreFile(file, to);
    const node = await openNode(to.connectionString, to.dataDir);
    try {
      expect(await count(node.db, `mails where state = 'queued'`)).toBe(queuedMails);
      const { rows } = await node.db.execute(sql`
        select task_identifier, key, run_at = ${later.toISOString()} as is_later, attempts, max_attempts
        from graphile_worker.jobs where task_identifier in ('later', 'gave-up') order by 1`);
      expect(rows).toEqual([
        { task_identifier: 'gave-up', key: null, is_later: false, attempts: 2, max_attempts: 2 },
        { task_identifier: 'later', key: 'k', is_later: true, attempts: 3, max_attempts: 9 },
      ]);
      await node.services.jobs.runDue();
      expect(await count(node.db, `mails where state = 'queued'`)).toBe(0);
      expect(await count(node.db, `mails where state = 'sent'`)).toBe(queuedMails);
    } finally {
      await node.close();
    }
  } finally {
    await source.close();
  }
});

test('makes search engines read everything again, and nodes all cards', async () => {
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  await restoreFile(summary.file, to);
  const node = await openNode(to.connectionString, to.dataDir);
  const { rows } = await node.db.execute(sql`
    select product_id, (select array_agg(distinct product_id) from card_changes) as cards from search_changes`);
  await node.close();
  expect(rows).toEqual([{ product_id: 0, cards: [0] }]);
});

test('gives the same shop when restored twice, or over another shop', async () => {
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  await restoreFile(summary.file, to);
  const node = await openNode(to.connectionString, to.dataDir);
  await node.db.execute(sql`update products set title = 'changed' || product_id`);
  await node.db.execute(sql`insert into users (user_id) values ('somebody else')`);
  await node.close();
  writeFileSync(join(to.dataDir, 'models', version, 'model.safetensors'), 'damaged');
  await restoreFile(summary.file, to);
  expect(await digestsOf(to.connectionString)).toEqual(expected);
  expect(readFileSync(join(to.dataDir, 'models', version, 'model.safetensors')).length).toBe(3_000_000);
});
