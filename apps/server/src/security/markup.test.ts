/** @file Texts of data sets and shoppers stay text: in pages, in pages' data for scripts, in mails, in answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { Product } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostStorefront } from '../host-storefront.ts';
import { importMeta, importReviews } from '../modules/running/import/index.ts';
import { openDatabase } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import { pathOfProduct } from '../testing/product-path.ts';
import { createShopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../testing/test-shop.ts';

/** Each would call `hit` in one of the places where a text may appear. */
const attacks = [
  '<script>hit()</script>',
  '</script><script>hit()</script>',
  '</title></style></textarea><img src=x onerror=hit()>',
  '"><img src=x onerror=hit()>',
  '\' onmouseover=\'hit()\' x="" onfocus="hit()" autofocus="',
  '<svg/onload=hit()>',
  '<!--<script>hit()',
  ']]><script>hit()</script>',
  '{{constructor.constructor("hit()")()}}',
  `\${hit()}`,
  'javascript:hit()',
  '\u2028hit()//\u2029',
  '\\"};hit();//',
];
const hostile = attacks.join(' ');
/** Encoded so that the import's own cleaning does not see it. */
const encoded = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

let shop: TestShop;
let node: TestNode;
let product: Product;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const folder = mkdtempSync(join(tmpdir(), 'kindred-markup-'));
  const { pool, close } = openDatabase({ connectionString: shop.connectionString });
  const options = { pool, rejectsDir: folder };
  try {
    const write = (name: string, row: object) => {
      writeFileSync(join(folder, name), `${JSON.stringify(row)}\n`);
      return [join(folder, name)];
    };
    const meta = {
      parent_asin: `HOSTILE ${encoded}`.slice(0, 64),
      title: `Hostile lamp \u202e ${encoded}`,
      main_category: encoded,
      categories: ['"><img src=x onerror=hit()>', '&lt;/script&gt;&lt;svg onload=hit()&gt;'],
      description: [hostile, encoded],
      features: [hostile, encoded],
      brand: encoded,
      details: { Color: encoded, [encoded]: encoded, Best: { [hostile]: encoded } },
      price: 12.5,
      images: [
        { large: 'javascript:hit()', hi_res: null, variant: 'MAIN' },
        { large: 'https://a.example/x.jpg"onerror="hit()', hi_res: null, variant: encoded },
      ],
    };
    const review = {
      user_id: hostile.slice(0, 128),
      parent_asin: meta.parent_asin,
      rating: 5,
      timestamp: 1_588_687_728_000,
      title: encoded,
      text: `${hostile} ${encoded}`,
    };
    expect(await importMeta({ ...options, files: write('meta.jsonl', meta) })).toMatchObject({ inserted: 1 });
    expect(await importReviews({ ...options, files: write('reviews.jsonl', review) })).toMatchObject({
      inserted: 1,
    });
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
  node = await shop.addNode();
  await hostStorefront(node.app, { mode: 'production', publicUrl: node.services.runtime.config.publicUrl });
  await node.app.ready();
  await node.services.searchIndex.refresh();
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where title like 'Hostile lamp%'`,
  );
  product = await shop.get<Product>(`/api/v1/products/${rows[0]!.product_id}`);
});
afterAll(() => shop.close());

/** Returns the elements in which an HTML parser sees `hit`, outside of texts and quoted values. */
function markupOf(page: string): string[] {
  const found: string[] = [];
  const withoutScripts = page.replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '<script/>');
  for (const [tag] of withoutScripts.matchAll(/<[a-z!/](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    const bare = tag.replace(/"[^"]*"|'[^']*'/g, '""');
    if (bare.includes('hit(')) found.push(tag);
    if (/\b(?:href|src|action|formaction|poster|srcset)=["']?\s*javascript:/i.test(tag)) found.push(tag);
    if (/\bon[a-z]+=/i.test(bare)) found.push(tag);
  }
  return found;
}

const scriptsOf = (page: string): Array<{ type: string | undefined; content: string }> =>
  [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(([, attributes, content]) => ({
    type: /\btype="([^"]*)"/.exec(attributes!)?.[1],
    content: content!,
  }));

test('the data contain the attacks, or the other tests would prove nothing', () => {
  expect(product.title).toContain('<script>hit()</script>');
  expect(product.description).toContain('"><img src=x onerror=hit()>');
  expect(product.brand).toContain('</script><script>hit()</script>');
  expect(product.title).not.toContain('\u202e');
  expect(product.images.map(({ large_url }) => large_url)).toEqual([
    expect.stringMatching(/^\/media\/pictures\/[\w/.-]+$/),
  ]);
  expect(markupOf(`<p>${product.title}</p>`).length).toBeGreaterThan(3);
  expect(markupOf('<a href="javascript:hit()">')).toHaveLength(1);
  expect(markupOf('<p title="&quot;hit()">hit() &lt;script&gt;</p>')).toEqual([]);
});

const pages: Array<[name: string, path: () => string]> = [
  ['home', () => '/'],
  ['the product', () => pathOfProduct(product)],
  ['its reviews, by stars', () => `${pathOfProduct(product)}?stars=5&sort=newest`],
  ['its category', () => `/c/${product.categories.at(-1)!.slug}`],
  ['a search that finds it', () => '/search?q=hostile+lamp'],
  ['a search for its brand', () => `/search?${new URLSearchParams({ brand: product.brand ?? '' })}`],
  ['its brand', () => `/b/${encodeURIComponent(product.brand ?? '')}`],
  ['a search for what it says', () => `/search?${new URLSearchParams({ q: hostile.slice(0, 190) })}`],
  ['a page that is not there', () => `/nowhere/${encodeURIComponent(hostile)}`],
];

test.each(pages)('%s shows the attacks as text', async (name, path) => {
  const { statusCode, body, headers } = await node.app.inject({
    url: path(),
    headers: { 'user-agent': 'Googlebot' },
  });
  expect([200, 404]).toContain(statusCode);
  expect(headers['content-type']).toMatch(/^text\/html/);
  expect(markupOf(body)).toEqual([]);
  for (const attack of attacks.filter((text) => text.includes('<'))) expect(body).not.toContain(attack);
  for (const { type, content } of scriptsOf(body)) {
    expect(content).not.toMatch(/<\/?script|<!--/i);
    if (type === 'application/ld+json')
      expect(JSON.parse(content)).toMatchObject({ '@context': 'https://schema.org' });
    else if (content !== '')
      expect(
        () => new Script(content.replace(/\bimport\(/g, 'load(').replace(/^\s*import .*$/gm, '')),
      ).not.toThrow();
  }
  if (name === 'a search that finds it') expect(body).toContain('</mark> <mark');
  if (name === 'the product') {
    expect(body).toContain('&lt;script&gt;hit()&lt;/script&gt;');
    const data = scriptsOf(body).filter(({ type }) => type === 'application/ld+json');
    expect(
      data.map(({ content }) => JSON.parse(content)).find((one) => one['@type'] === 'Product'),
    ).toMatchObject({
      name: product.title,
      description: product.description,
    });
  }
});

test('the API returns the attacks as JSON, which browsers do not render', async () => {
  const paths = [
    `/products/${product.product_id}`,
    `/products/${product.product_id}/reviews`,
    '/products?q=hostile+lamp',
    '/search/suggest?q=hostile',
    '/products?q=hostile&sort=for-you',
    '/categories',
  ];
  for (const path of paths) {
    const { statusCode, headers, json } = await node.app.inject({ url: `/api/v1${path}` });
    expect([statusCode, path]).toEqual([200, path]);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(json()).toBeTypeOf('object');
    if (path.includes('q=')) expect(JSON.stringify(json())).toContain('Hostile lamp');
  }
});

test('mails show the attacks as text, and never in their headers', async () => {
  const shopper = createShopper(shop.app, { email: 'buyer@example.com' });
  const checkout = await shopper.fillCheckout([{ productId: product.product_id, quantity: 1 }]);
  expect((await shopper.confirm(checkout)).status).toBe(201);
  await shop.services.jobs.runDue();
  const admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
  const { rows } = await shop.db.execute<{ mail_id: string; subject: string; html: string }>(
    sql`select mail_id, subject, html from mails where recipient = 'buyer@example.com'`,
  );
  const mails = rows.filter(({ html }) => html.includes('Hostile lamp'));
  expect(mails.length).toBeGreaterThan(0);
  for (const { mail_id, subject, html } of mails) {
    expect(markupOf(html)).toEqual([]);
    expect(html).not.toMatch(/<script/i);
    expect(subject).not.toMatch(/hit\(|[\r\n]/);
    for (const url of ['/outbox', `/outbox/${mail_id}`, `/outbox/${mail_id}/html`]) {
      const { statusCode, body } = await shop.app.inject({ url, headers: admin });
      expect([statusCode, url]).toEqual([200, url]);
      expect(markupOf(body)).toEqual([]);
    }
  }
});
