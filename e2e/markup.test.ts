/** @file A data set with scripts that try to run in the visitor's browser. A real browser opens every page that shows it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { emptyDataDir, kindred, type ShopProcess, startShop } from './shop-process.ts';

const attacks = [
  '<script>hit()</script>',
  '</script><script>hit()</script>',
  '</title></style></textarea><img src=x onerror=hit()>',
  '"><img src=x onerror=hit()>',
  `' onmouseover='hit()' x="" onfocus="hit()" autofocus="`,
  '<svg/onload=hit()>',
  '<!--<script>hit()',
  '{{constructor.constructor("hit()")()}}',
  'javascript:hit()',
  '\\"};hit();//',
];
const hostile = attacks.join(' ');
/** Encoded, so that the import, which strips markup, keeps it as text. */
const encoded = hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const dataDir = emptyDataDir();
const settings = { KINDRED_DATA_DIR: dataDir.path, KINDRED_DEMO: '0' };
let shop: ShopProcess;
let browser: Browser;

beforeAll(async () => {
  const products = Array.from({ length: 4 }, (_, number) => ({
    parent_asin: `P${number}`,
    title: `Hostile lamp ${number} ${encoded}`,
    main_category: 'Lamps',
    categories: ['Lamps', encoded.slice(0, 55)],
    description: [encoded],
    features: [encoded],
    brand: encoded,
    color: encoded,
    details: { [encoded]: encoded },
    price: 12.5,
  }));
  const reviews = products.flatMap(({ parent_asin }) =>
    ['A', 'B'].map((user) => ({
      user_id: `${user} ${hostile}`.slice(0, 128),
      parent_asin,
      rating: 5,
      timestamp: 1_588_687_728_000,
      title: encoded,
      text: encoded,
    })),
  );
  const write = (name: string, rows: object[]) => {
    const file = join(dataDir.path, name);
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return file;
  };
  await kindred(['import', 'meta', write('meta.jsonl', products)], settings);
  await kindred(['import', 'reviews', write('reviews.jsonl', reviews)], settings);
  shop = await startShop(settings);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await shop?.stop();
  dataDir.remove();
});

test('none of the markup runs or becomes an element, on a page or during navigation', async () => {
  const context = await browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  const happened: string[] = [];
  await page.exposeFunction('hit', () => happened.push('hit'));
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  // The policy against inline scripts would stop most of them, and report it here.
  page.on('console', (message) => message.type() === 'error' && happened.push(message.text()));
  page.on('pageerror', (error) => happened.push(error.message));
  const look = async (where: string) => {
    await page.waitForLoadState('networkidle');
    const strange = await page
      .locator('*')
      .evaluateAll((nodes) =>
        nodes
          .filter(
            (node) =>
              node.getAttributeNames().some((name: string) => /^on/i.test(name)) ||
              ['href', 'src', 'action'].some((name) =>
                /^\s*javascript:/i.test(node.getAttribute(name) ?? ''),
              ) ||
              (node.tagName === 'SCRIPT' && /^\s*hit\(/.test(node.textContent ?? '')),
          )
          .map((node) => node.outerHTML.slice(0, 200)),
      );
    expect([where, strange, happened]).toEqual([where, [], []]);
  };

  const answer = await fetch(`${shop.url}/api/v1/categories`);
  const { items } = (await answer.json()) as { items: { slug: string; parent_slug: string | null }[] };
  const leaf = items.find(({ parent_slug }) => parent_slug !== null)!.slug;
  await page.goto('/');
  await look('home');
  await page.goto(`/c/${leaf}`);
  await look('the category');
  await page.locator('main article a').first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>hit()</script>' }).waitFor();
  await look('the product, from its category');
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
  await look('the product, unfolded');
  await page.reload();
  await look('the product, by its address');
  expect(await page.title()).toContain('<script>hit()</script>');

  for (const path of ['/search?q=hostile+lamp', `/search?${new URLSearchParams({ q: attacks[0] })}`]) {
    await page.goto(path);
    await look(path);
  }
  await context.close();
});
