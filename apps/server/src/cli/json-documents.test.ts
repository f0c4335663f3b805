import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../platform/postgres/sql.ts';
import { misspelt } from '../testing/document-spelling.ts';
import { runKindred } from '../testing/processes/run-program.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

let shop: TestShop;
let version: string;
const documents = new Map<string, unknown>();

const run = (...args: string[]) =>
  runKindred(args, {
    DATABASE_URL: shop.connectionString,
    KINDRED_DATA_DIR: shop.dataDir,
    KINDRED_THREADS: '1',
    LOG_LEVEL: 'fatal',
    SEARCH_URL: '',
  });

async function document<Document = Record<string, unknown>>(...args: string[]): Promise<Document> {
  const { code, out, err } = await run(...args, '--json');
  expect(code, err).toBe(0);
  const parsed = JSON.parse(out) as Document;
  documents.set(args.slice(0, 2).join(' '), parsed);
  return parsed;
}

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  await shop.db.execute(sql`update products set is_listed = false where product_id % 4 = 0`);
  ({ model_version: version } = await document<{ model_version: string }>('train', '--seed', '3'));
});
afterAll(() => shop.close());

describe('a model that was trained by command', () => {
  interface Shown {
    readonly status: string;
    readonly manifest: {
      readonly report: {
        readonly holdout: { num_users: number; recall_interval: number[] };
        readonly gate: string;
      };
    };
  }

  test('is shown with the confidence of its figures, and the number of tested people', async () => {
    const { manifest } = await document<Shown>('models', 'show', version);
    const { holdout, gate } = manifest.report;
    expect(holdout.num_users).toBeGreaterThan(5);
    expect(gate).toContain(`tested on ${holdout.num_users} people`);
    const { out } = await run('models', 'show', version);
    const [low, high] = holdout.recall_interval.map((bound) => bound.toFixed(4));
    expect(out).toMatch(
      new RegExp(
        `Recall@20 on the newest interactions, of ${holdout.num_users} people: 0\\.\\d{4} \\(${low} to ${high}\\)`,
      ),
    );
    expect(out).toContain(`The gate: ${gate}.`);
  });

  test('was tested only on listed products', async () => {
    const { rows } = await shop.db.execute<{ users: number }>(sql`
      with items as (
        select coalesce(group_id, product_id) as item_id, bool_or(is_listed) as is_listed from products group by 1),
      liked as (
        select user_id, item_id, items.is_listed, row_number() over (order by max(timestamp), user_id, item_id) as place
        from reviews join products p using (product_id) join items on item_id = coalesce(group_id, product_id)
        where status = 'published' and rating >= 3 group by user_id, item_id, items.is_listed),
      newest as (
        select place from liked where is_listed order by place desc
        limit (select count(*) - ceil(count(*) * 0.9) from liked where is_listed)),
      past as (select * from liked where place < (select min(place) from newest))
      select count(distinct user_id)::int as users from liked join newest using (place)
      where user_id in (select user_id from past) and item_id in (select item_id from past)`);
    const { manifest } = await document<Shown>('models', 'show', version);
    expect(manifest.report.holdout.num_users).toBe(rows[0]!.users);
  });

  test('lists the product of each of its items', async () => {
    const names = JSON.parse(
      await readFile(join(shop.dataDir, 'models', version, 'item-names.json'), 'utf8'),
    );
    const { rows } = await shop.db.execute<{ parent_asin: string }>(sql`
      select distinct coalesce(g.parent_asin, p.parent_asin) as parent_asin
      from products p join reviews using (product_id) left join product_groups g using (group_id)
      where status = 'published' and rating >= 3`);
    expect(new Set(names)).toEqual(new Set(rows.map(({ parent_asin }) => parent_asin)));
  });

  test('is not promoted if its files are missing', async () => {
    await document('models', 'promote', version);
    await shop.db.execute(sql`
      insert into models (model_version, kind, status, graph_hash, manifest)
      values ('lightgcn-20260101T000000Z-00000000', 'lightgcn', 'candidate', repeat('0', 64), '{}')`);
    expect(await run('models', 'promote', 'lightgcn-20260101T000000Z-00000000')).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        /^lightgcn-20260101T000000Z-00000000 cannot serve\. .*manifest\.json: it does not exist \(ENOENT\)\.\n$/,
      ),
    });
    expect((await run('models', 'show', 'lightgcn-20260101T000000Z-00000000')).out).toMatch(
      / is candidate\.\nCreated at /,
    );
  });
});

test('a shop without listed products has nothing with which to test a model', async () => {
  await shop.db.execute(sql`update products set is_listed = false`);
  const { code, err } = await run('train');
  await shop.db.execute(sql`update products set is_listed = true`);
  expect(err).toMatch(
    /^Too few of the \d+ interactions are with products that can be recommended.* kindred import meta FILE\n$/,
  );
  expect(code).toBe(1);
});

test('every document spells its keys as the API does, and times as RFC 3339 in UTC with milliseconds', async () => {
  const folder = join(shop.dataDir, 'files');
  mkdirSync(folder);
  for (const name of ['train.txt', 'test.txt']) writeFileSync(join(folder, name), '0 1 2\n1 3\n');
  writeFileSync(join(folder, 'meta.jsonl'), `${JSON.stringify({ parent_asin: 'P1', title: 'A mug' })}\n{}\n`);
  writeFileSync(
    join(folder, 'reviews.jsonl'),
    `${JSON.stringify({ user_id: 'U1', parent_asin: 'P1', rating: 4, timestamp: 1_700_000_000_000 })}\n`,
  );
  await document('models', 'list');
  await document('benchmark', folder, '--model', 'popularity');
  await document('attributes', 'declare', 'size', '--kind', 'size');
  await document('attributes', 'list');
  await document('attributes', 'remove', 'size');
  await document('import', 'meta', join(folder, 'meta.jsonl'), '--rejects', folder);
  await document('import', 'reviews', join(folder, 'reviews.jsonl'), '--rejects', folder);
  await document('recommend', '--user', 'U1');
  await document(
    'demo-data',
    '--products',
    '12',
    '--users',
    '10',
    '--reviews',
    '10',
    '--out',
    join(folder, 'demo'),
  );
  await document('migrate');
  await document('token', '--admin');
  await document('create-admin', '--email', 'json@shop.test');
  await shop.db.execute(sql`
    insert into backups (file, reason, state, started_at, finished_at, bytes, sha256, row_count)
    values ('/a.tar', 'command', 'done', now(), now(), 1, repeat('0', 64), 1)`);
  await document('doctor');

  expect(documents.size).toBe(16);
  for (const [command, parsed] of documents)
    expect({ command, wrong: misspelt(parsed) }).toEqual({ command, wrong: [] });
});
