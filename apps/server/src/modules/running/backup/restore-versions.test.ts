import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductList } from '@kindred/contracts';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { acquireEmbeddedPostgres } from '../../../platform/postgres/embedded-postgres.ts';
import { migrate, migrationsFolder } from '../../../platform/postgres/migrate.ts';
import { restoreFile } from '../../../testing/backup/backup-fixture.ts';
import {
  type Digests,
  digestsOf,
  emptyDatabase,
  openNode,
  temporaryFolder,
} from '../../../testing/backup/restored-shop.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { openBackup } from './backup-reader.ts';
import { type BackupSummary, makeBackup } from './make-backup.ts';
import { rehearseRestore } from './rehearse-restore.ts';

async function query<Row>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** A database before any migration. `owner` is a role that has no other rights. */
async function bareDatabase(owner?: string): Promise<string> {
  const url = new URL(await emptyDatabase());
  const server = url.href;
  const name = `${url.pathname.slice(1)}_bare`;
  await query(server, `create database ${name} template template0 ${owner ? `owner ${owner}` : ''}`);
  onTestFinished(() => query(server, `drop database ${name} with (force)`).then(() => undefined));
  url.pathname = `/${name}`;
  return url.href;
}

/** The shop's content at the time of the backup, because its jobs may change it meanwhile. */
async function backUpAndDigest(shop: TestShop, file: string): Promise<Digests> {
  let digests: Digests = {};
  await makeBackup({
    ...shop,
    file,
    createdAt: new Date(),
    async onSnapshot(snapshot) {
      digests = await digestsOf(shop.connectionString, snapshot);
    },
  });
  return digests;
}

/** A folder with the migrations up to one of them. */
function migrationsUpTo(tag: string): string {
  const folder = temporaryFolder();
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const last = entries.findIndex((entry) => entry.tag === tag);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, last + 1) }));
  return folder;
}

/** A shop of a version without search and without a table of backups. */
async function backUpOldShop(): Promise<BackupSummary> {
  const connectionString = await bareDatabase();
  await migrate({ connectionString, folder: migrationsUpTo('0004_personal-data-indexes') });
  await runMigrations({ connectionString });
  await query(
    connectionString,
    `insert into categories (name, slug) values ('Home', 'home');
     insert into categories (name, slug, parent_id) select 'Lamps', 'home/lamps', category_id from categories;
     insert into products (parent_asin, title, category_id, price_minor, currency)
       select 'p' || n, 'Reading lamp ' || n, (select max(category_id) from categories), 100, 'USD' from generate_series(1, 30) n;
     insert into inventory (product_id, on_hand) select product_id, 5 from products;
     insert into users (user_id) select 'u' || n from generate_series(1, 20) n;
     insert into reviews (user_id, product_id, rating, timestamp)
       select user_id, product_id, 4, now() from users, products;
     update products set average_rating = 4, rating_count = 20`,
  );
  const dataDir = temporaryFolder();
  return makeBackup({ connectionString, dataDir, file: join(dataDir, 'old.tar'), createdAt: new Date() });
}

test('migrates the backup of an older Kindred, and keeps the data that only this one has', async () => {
  const { file } = await backUpOldShop();
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  await query(
    to.connectionString,
    `insert into backups (reason, state, file, bytes, sha256, row_count, started_at, finished_at)
     values ('schedule', 'done', '/b.tar', 1, repeat('0', 64), 1, now(), now())`,
  );
  await restoreFile(file, to);
  const [found] = await query(
    to.connectionString,
    `select (select count(*)::int from products where rating_count = 20) as products, (select count(*)::int from reviews where source = 'import') as reviews,
       (select count(*)::int from search_documents) as documents, (select count(*)::int from backups) as backups,
       (select count(*)::int from stock_movements) as movements`,
  );
  expect(found).toMatchObject({ products: 30, reviews: 600, documents: 30, backups: 1, movements: 30 });
  const node = await openNode(to.connectionString, to.dataDir);
  try {
    const answer = await node.app.inject('/api/v1/products?limit=24');
    expect(answer.json<ProductList>().items).toHaveLength(24);
  } finally {
    await node.close();
  }
  // The next migration has nothing to do.
  expect(await migrate(to)).toEqual([]);
  await query(
    to.connectionString,
    `insert into backups (reason, file, started_at) values ('command', 'x', now())`,
  );
});

test('does not drop tables that are not Kindred’s', async () => {
  const { file } = await backUpOldShop();
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  await query(to.connectionString, 'create table of_another_program as select 1 as one');
  await expect(restoreFile(file, to)).rejects.toThrow("not Kindred's: of_another_program.");
  expect(await query(to.connectionString, 'select * from of_another_program')).toHaveLength(1);
});

test('a restore keeps indexes, keys and triggers', async () => {
  const shop = await createTestShop({ size: smallSize });
  const schema = `
    select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
    union all select conname || pg_get_constraintdef(oid) || convalidated from pg_constraint where connamespace = 'public'::regnamespace
    union all select tgname || tgrelid::regclass || tgenabled::text from pg_trigger where not tgisinternal
    union all select attrelid::regclass || attname || attnotnull || attidentity::text from pg_attribute join pg_class c on c.oid = attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and attnum > 0
    order by 1`;
  try {
    const before = await query(shop.connectionString, schema);
    const file = join(shop.dataDir, 'shop.tar');
    await makeBackup({ ...shop, file, createdAt: new Date() });
    const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
    await query(to.connectionString, 'create index by_hand on orders (currency)');
    await restoreFile(file, to);
    const after = await query<{ definition: string }>(to.connectionString, schema);
    expect(after.filter(({ definition }) => !definition.includes('by_hand'))).toEqual(before);
    expect(after).toHaveLength(before.length + 1);
  } finally {
    await shop.close();
  }
});

test('an account that only owns the database can restore it', async () => {
  const shop = await createTestShop({ size: smallSize });
  const role = `kindred_owner_${Date.now()}`;
  await query(shop.connectionString, `create role ${role} login password 'owner'`);
  onTestFinished(() => query(shop.connectionString, `drop role ${role}`).then(() => shop.close()));
  const file = join(shop.dataDir, 'shop.tar');
  const expected = await backUpAndDigest(shop, file);

  const url = new URL(await bareDatabase(role));
  url.username = role;
  url.password = 'owner';
  const to = { connectionString: url.href, dataDir: temporaryFolder() };
  await restoreFile(file, to);
  expect(await digestsOf(to.connectionString)).toEqual(expected);
  await makeBackup({ ...to, file: join(to.dataDir, 'again.tar'), createdAt: new Date() });

  const backup = await openBackup(file);
  await expect(rehearseRestore({ ...to, backup })).rejects.toThrow('this account may not create one');
  await backup.close();
});

test('a rehearsal restores, compares and drops its database', async () => {
  const shop = await createTestShop({ size: smallSize });
  const file = join(shop.dataDir, 'shop.tar');
  await makeBackup({ ...shop, file, createdAt: new Date() });
  const backup = await openBackup(file);
  const rehearsals = async () => {
    const rows = await query<{ datname: string }>(
      shop.connectionString,
      `select datname from pg_database where datname like 'kindred_rehearsal%'`,
    );
    return rows.map(({ datname }) => datname);
  };
  const ofOthers = await rehearsals();
  try {
    await rehearseRestore({ ...shop, backup });
    const damaged = structuredClone(backup.manifest);
    damaged.tables.find(({ name }) => name === 'users')!.copied.sha256 = '0'.repeat(64);
    await expect(rehearseRestore({ ...shop, backup: { ...backup, manifest: damaged } })).rejects.toThrow(
      'The content of tables/users in',
    );
  } finally {
    await backup.close();
    // Tests beside this one may rehearse, too.
    await expect
      .poll(rehearsals, { timeout: 20_000 })
      .toSatisfy((names: string[]) => names.every((name) => ofOthers.includes(name)));
    await shop.close();
  }
});

test.skipIf(process.env.DATABASE_URL === undefined)(
  'moves from the PostgreSQL of DATABASE_URL to the private one and back (skipped without DATABASE_URL)',
  async () => {
    const shop = await createTestShop({ size: smallSize });
    const home = temporaryFolder();
    const own = await acquireEmbeddedPostgres({ dataDir: home, settings: { fsync: 'off' } });
    try {
      const file = join(shop.dataDir, 'there.tar');
      const expected = await backUpAndDigest(shop, file);
      const there = { connectionString: own.connectionString, dataDir: home };
      await restoreFile(file, there);
      expect(await digestsOf(there.connectionString)).toEqual(expected);

      const back = join(home, 'back.tar');
      await makeBackup({ ...there, file: back, createdAt: new Date() });
      const here = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
      await restoreFile(back, here);
      expect(await digestsOf(here.connectionString)).toEqual(expected);
      const versions = await Promise.all(
        [shop.connectionString, own.connectionString].map((url) => query(url, 'show server_version_num')),
      );
      expect(versions[0]).not.toEqual(versions[1]);
    } finally {
      await own.release();
      await shop.close();
    }
  },
);
