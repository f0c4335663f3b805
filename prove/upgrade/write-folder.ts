/** @file Writes a data folder with the shop of an earlier commit. */
import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secret } from '../../apps/server/src/testing/test-shop.ts';
import { fixture } from '../../apps/server/src/testing/upgrade/fixture.ts';
import type { Answer } from '../../apps/server/src/testing/upgrade/lost-answers.ts';
import { lookAround, type Memory } from '../../apps/server/src/testing/upgrade/memory.ts';
import { readTables, type Tables } from '../../apps/server/src/testing/upgrade/rows.ts';
import { breakOffImport } from './break-off-import.ts';
import { lookerAt, openBrowser } from './browser.ts';
import { until } from './buy.ts';
import { type ShopAt, shopAt, withDatabase } from './shop-at.ts';
import { admin, useShop, useShopWithoutMails } from './use-shop.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../..');

export interface Written {
  readonly dataDir: string;
  readonly memory: Memory;
  readonly tables: Tables;
  readonly shown: Record<string, Answer>;
  readonly pictures: readonly string[];
  /** The file whose import was interrupted. */
  readonly ratings: string;
}

interface Order {
  readonly commit: string;
  readonly checkout: string;
  readonly size: { products: number; users: number; reviews: number; seed: number };
  readonly writesFixture: boolean;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** Relative to `folder`. */
export async function writeFolder(folder: string, order: Order): Promise<Written> {
  const checkout = order.checkout || (await install(folder, order));
  return write(shopAt(checkout, join(folder, 'data'), order.signal), order);
}

async function install(folder: string, { commit, signal, report }: Order): Promise<string> {
  const checkout = join(folder, 'shop');
  const archive = join(folder, 'shop.tar');
  mkdirSync(checkout);
  await execute('git', ['archive', '--output', archive, commit], { cwd: root, signal });
  await execute('tar', ['-xf', archive, '-C', checkout], { signal });
  report('npm ci of 72f2cac');
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: checkout, signal });
  return checkout;
}

async function write(shop: ShopAt, { size, writesFixture, report }: Order): Promise<Written> {
  const { dataDir, kindred } = shop;
  // If the data folder has the demo's folder, the shop adds shipping prices, taxes and promo codes to its products.
  mkdirSync(join(dataDir, 'demo'), { recursive: true, mode: 0o711 });
  writeFileSync(join(dataDir, 'session-secret'), secret, { mode: 0o600 });
  const files = join(dataDir, 'imports');
  const options = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await kindred(['demo-data', ...options, '--out', files]);
  const [meta, reviews] = ['meta', ''].map((start) =>
    join(files, readdirSync(files).find((name) => name.startsWith('meta') === (start === 'meta'))!),
  );
  await kindred(['import', 'meta', meta!, '--rejects', files]);
  await kindred(['import', 'reviews', reviews!, '--rejects', files]);
  await kindred(['create-admin', '--email', admin.email, '--password-stdin'], admin.password);
  const { modelVersion, status } = JSON.parse(await kindred(['train', '--json']));
  if (status !== 'active') await kindred(['models', 'promote', modelVersion]);
  report(`72f2cac has a catalogue and a model (${status})`);

  return withDatabase(shop, async (database) => {
    const open = await shop.start();
    const memory = await useShop({ url: open.url, database });
    const pictures = await lookAtPictures(open.url);
    await open.stop();
    report('72f2cac has been used');
    const ratings = await breakOffImport(shop, database, files);
    report('an import is interrupted');
    await kindred(['backup']);

    const withoutMails = await shop.start({ SMTP_URL: 'smtp://127.0.0.1:9' });
    await useShopWithoutMails({ url: withoutMails.url, database }, memory);
    const look = await lookerAt(withoutMails.url, memory);
    const shown = await lookAround(look, memory);
    await until(
      async () =>
        (await database.query("select sum(attempts)::int as n from mails where state = 'queued'")).rows[0].n,
      (attempts) => attempts >= 1,
    );
    await withoutMails.stop();
    const tables = await readTables(database);
    if (writesFixture) await writeFixture(shop, { memory, shown });
    return { dataDir, memory, tables, shown, pictures, ratings };
  });
}

/** Requests some pictures, so that the shop stores them. */
async function lookAtPictures(url: string): Promise<string[]> {
  const { items } = await openBrowser(url).ask('GET', '/products?limit=3');
  const addresses = (items as Answer[]).map(({ image_url }) => new URL(image_url, url).pathname);
  for (const path of addresses) await (await fetch(`${url}${path}`)).arrayBuffer();
  return addresses;
}

async function writeFixture(
  { kindred, dataDir }: ShopAt,
  kept: { memory: Memory; shown: Record<string, Answer> },
): Promise<void> {
  const file = join(dataDir, 'kept.tar');
  await kindred(['backup', '--out', file]);
  if (!existsSync(file)) throw new Error('72f2cac wrote no backup.');
  mkdirSync(join(fixture.backup, '..'), { recursive: true });
  copyFileSync(file, fixture.backup);
  rmSync(file);
  chmodSync(fixture.backup, 0o644);
  writeFileSync(fixture.memory, `${JSON.stringify(kept, undefined, 1)}\n`);
}
