/** @file A shop of 100,000 products and 200,000 people, with a model of the same size. A checkout's own commands make it once, and it is kept. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from './closed-loop.ts';
import { queryOnce, withDatabases } from './databases.ts';
import { startNodeProcess } from './node-process.ts';

export const size = { products: 100_000, users: 200_000, reviews: 1_600_000 };

/** Runs a checkout's `kindred`. */
async function runKindred(
  tree: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  await run(tree, [join(tree, 'apps/server/src/cli/kindred.ts'), ...args], { ...inherited, ...env });
}

async function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}.`);
}

export const migrateWith = (tree: string, connectionString: string, dataDir: string): Promise<void> =>
  runKindred(tree, ['migrate'], { DATABASE_URL: connectionString, KINDRED_DATA_DIR: dataDir });

/** Fills a data folder once. This takes five minutes on two quiet cores, and ten more to train the model. */
export async function keepShop(folder: string, tree: string): Promise<void> {
  const mark = join(folder, 'filled');
  if (existsSync(mark)) return;
  const demo = join(folder, 'demo');
  const kindred = (...args: string[]) => runKindred(tree, args, { KINDRED_DATA_DIR: folder });
  const sizes = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await kindred('demo-data', ...sizes, '--out', demo);
  await kindred('import', 'meta', join(demo, 'meta.jsonl.gz'), '--rejects', folder);
  await kindred('import', 'reviews', join(demo, 'reviews.jsonl.gz'), '--rejects', folder);
  rmSync(demo, { recursive: true });
  const inside = <T>(work: (main: string) => Promise<T>) =>
    withDatabases(({ main }) => work(main), { keptIn: folder });
  await inside(async (main) => {
    for (const statement of orders) await queryOnce(main, statement);
    await countWords(tree, main, folder);
  });
  await kindred('train', '--model', 'lightgcn', '--seed', '1');
  // The benchmark needs a model of this size, even if the gate rejects it.
  const [newest] = await inside((main) => queryOnce<{ version: string; status: string }>(main, newestModel));
  if (newest!.status !== 'active') await kindred('models', 'promote', newest!.version);
  writeFileSync(mark, '');
}

const newestModel = 'select model_version as version, status from models order by created_at desc limit 1';

/** Counts the catalogue's words beforehand: a minute's work that the first search after an import would otherwise trigger on each node. */
async function countWords(tree: string, connectionString: string, dataDir: string): Promise<void> {
  const node = await startNodeProcess(join(tree, 'bench/checkout-node.ts'), [
    connectionString,
    'a secret',
    dataDir,
  ]);
  const client = createClient(node.origin);
  await client.ask({ path: '/api/v1/products?q=lamp' }).finally(() => client.close());
  await node.stop();
}

/** One order per person, and each product in two orders, so that the model knows all people and products. Spread over the time of the reviews. */
const orders = [
  `create temporary table bought as
   with people as (select user_id, row_number() over (order by user_id) as n from users),
     goods as (select product_id, title, coalesce(price_minor, 0) as price_minor,
       row_number() over (order by md5(product_id::text)) as n from products),
     span as (select min(timestamp) as since, max(timestamp) - min(timestamp) as long from reviews)
   select md5('order ' || people.n)::uuid as order_id, user_id, product_id, title, price_minor,
     since + long * (people.n::bigint * 7919 % 100003) / 100003.0 as at
   from people join goods on goods.n = 1 + people.n % ${size.products}, span;
   insert into orders (order_id, user_id, subtotal_minor, total_price_minor, currency, status, payment_status, sold_at, created_at, updated_at)
   select order_id, user_id, price_minor, price_minor, 'USD', 'Completed', 'paid', at, at, at from bought;
   insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, total_minor)
   select order_id, product_id, title, price_minor, 1, price_minor from bought`,
  'vacuum analyze',
];
