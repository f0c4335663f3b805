/** @file What crawlers, browsers and previews read of a shop. */
import { brotliDecompressSync } from 'node:zlib';
import type { CategoryList } from '@kindred/contracts';
import { categoryPath, productPath } from '@kindred/shop-types';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { writeRobots } from './robots.ts';
import { createSitemaps } from './sitemaps.ts';
import { drawSocialCard } from './social-card.ts';

const publicUrl = 'http://localhost:3000';
const hostile = '<script>alert("&")</script>]]> Mug ’s';

let shop: TestShop;
/** Listed products that are in no group, at first. */
let ids: number[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed and group_id is null order by product_id limit 8`,
  );
  ids = rows.map(({ product_id }) => product_id);
  await groupProducts(shop.db, ids.slice(0, 3));
  // The first product of this group has left the shop.
  await groupProducts(shop.db, ids.slice(3, 6));
  await shop.db.execute(
    sql`update products set is_listed = false where product_id = any(${[ids[3]!, ids[6]!]}::int[])`,
  );
  await shop.db.execute(sql`update products set title = ${hostile} where product_id = ${ids[7]!}`);
  await shop.db.execute(
    sql`update categories set name = ${'[x](https://evil.example)\n# Sale'} where parent_id is null`,
  );
});
afterAll(() => shop.close());

const ask = (url: string) => shop.app.inject({ url });
const addressesIn = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address!);

async function textOf(parts: AsyncIterable<string> | undefined): Promise<string> {
  let text = '';
  for await (const part of parts!) text += part;
  return text;
}

test('the sitemap lists each item that is listed once, by the page of its first listed product', async () => {
  const addresses = addressesIn((await ask('/sitemap.xml')).body);
  expect(new Set(addresses).size).toBe(addresses.length);
  const products = addresses.map((address) => Number(/\/p\/(\d+)/.exec(address)?.[1])).filter((id) => id > 0);
  const { rows } = await shop.db.execute<{ product_id: number; is_listed: boolean; group_id: number | null }>(
    sql`select product_id, is_listed, group_id from products order by product_id`,
  );
  const listed = rows.filter((row) => row.is_listed);
  const firsts = listed.filter(
    ({ group_id }, index) =>
      group_id === null || listed.findIndex((one) => one.group_id === group_id) === index,
  );
  expect(products).toEqual(firsts.map(({ product_id }) => product_id));
  expect(products).toEqual(expect.arrayContaining([ids[0], ids[4]]));
  for (const index of [1, 2, 3, 5, 6]) expect(products).not.toContain(ids[index]);
});

test('the sitemap has categories, the pages of the shop, and safe addresses of hostile titles', async () => {
  const { body, headers } = await ask('/sitemap.xml');
  const { items } = await shop.get<CategoryList>('/api/v1/categories');
  const addresses = addressesIn(body);
  expect(addresses).toEqual(
    expect.arrayContaining(
      [
        '/',
        '/about',
        '/new',
        ...items.filter((one) => one.product_count > 0).map(({ slug }) => categoryPath(slug)),
      ].map((path) => publicUrl + path),
    ),
  );
  expect(addresses).toContain(publicUrl + productPath({ product_id: ids[7]!, title: hostile }));
  expect(body).not.toContain('script>');
  expect(headers['content-type']).toBe('application/xml; charset=utf-8');
  const packed = await shop.app.inject({ url: '/sitemap.xml', headers: { 'accept-encoding': 'br' } });
  expect(packed.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(body);
  expect((await shop.app.inject({ method: 'HEAD', url: '/sitemap.xml' })).statusCode).toBe(200);
  expect(body).toMatch(/<lastmod>\d{4}-\d\d-\d\dT[\d:.]+Z<\/lastmod>/);
});

test('with more addresses than a file may have, the sitemap is an index of files that together say the same', async () => {
  const readInfoPages = async () => [
    { slug: 'about', title: 'About', description: '', updatedAt: new Date('2026-03-01T12:00:00Z') },
  ];
  const dependencies = { db: shop.db, publicUrl, readInfoPages };
  const whole = await textOf(await createSitemaps(dependencies).all());
  expect(whole).toContain('<urlset');
  const small = createSitemaps({ ...dependencies, limit: 15 });
  const index = await textOf(await small.all());
  expect(index).toContain('<sitemapindex');
  const files = addressesIn(index).map((address) => address.replace(`${publicUrl}/sitemaps/`, ''));
  const parts = await Promise.all(
    files.map(async (name) => addressesIn(await textOf(await small.file(name)))),
  );
  expect(files.filter((name) => name.startsWith('products-')).length).toBeGreaterThan(2);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(15);
  expect(parts.flat().toSorted()).toEqual(
    expect.arrayContaining(addressesIn(whole).filter((one) => one.includes('/p/'))),
  );
  expect(new Set(parts.flat()).size).toBe(parts.flat().length);
  for (const unknown of ['products-9999.xml', 'products-01.xml', 'toString', 'pages'])
    expect(await small.file(unknown), unknown).toBeUndefined();
  expect((await ask('/sitemaps/products-9999.xml')).statusCode).toBe(404);
});

test('robots.txt closes no address of the sitemap', async () => {
  const closed = writeRobots(publicUrl)
    .split('\n')
    .flatMap((line) => (line.startsWith('Disallow: ') ? [line.slice('Disallow: '.length)] : []))
    .map((path) => new RegExp(`^${path.replace(/[.?]/g, '\\$&').replace('*', '.*')}`));
  const paths = addressesIn((await ask('/sitemap.xml')).body).map((address) =>
    address.slice(publicUrl.length),
  );
  expect(paths.filter((path) => closed.some((one) => one.test(path)))).toEqual([]);
  expect(closed.some((one) => one.test('/search?q=lamp'))).toBe(true);
  expect((await ask('/robots.txt')).body).toContain(`\nSitemap: ${publicUrl}/sitemap.xml\n`);
});

test('llms.txt names the departments, and their names stay text', async () => {
  const { body } = await ask('/llms.txt');
  expect(body).toMatch(/^# Kindred\n\n> A shop/);
  expect(body).toMatch(
    /^- \[\\\[x\\\]\(https:\/\/evil\.example\) \\# Sale\]\(http:\/\/localhost:3000\/c\/[\w-]+\): [\d,]+ products?$/m,
  );
  expect(body).not.toMatch(/^# Sale/m);
});

test('the manifest, its icons and the card have the sizes that they claim, and any cache may keep them', async () => {
  const manifest = await ask('/site.webmanifest');
  expect(manifest.headers['content-type']).toContain('application/manifest+json');
  const { icons, name } = manifest.json();
  expect(name).toBe('Kindred');
  const pictures: [path: string, size: string][] = [
    ...icons.map(({ src, sizes }: { src: string; sizes: string }) => [src, sizes]),
    ['/apple-touch-icon.png', '180x180'],
    ['/media/social.png', '1200x630'],
  ];
  for (const [path, size] of pictures) {
    const { statusCode, rawPayload } = await ask(path);
    expect(statusCode, path).toBe(200);
    const { format, width, height } = await sharp(rawPayload).metadata();
    expect([format, `${width}x${height}`], path).toEqual(['png', size]);
  }
  const { rawPayload: ico } = await ask('/favicon.ico');
  expect(ico.readUInt32LE(14)).toBe(ico.length - 22);
  expect((await sharp(ico.subarray(22)).metadata()).width).toBe(32);
  for (const path of ['/sitemap.xml', '/robots.txt', '/llms.txt', '/favicon.ico', '/site.webmanifest']) {
    const { headers } = await ask(path);
    expect([headers['cache-control'], headers['set-cookie']], path).toEqual([
      expect.stringMatching(/^public, max-age=\d+$/),
      undefined,
    ]);
  }
});

test('the card shows the mark alone if the name has letters that the font does not have', async () => {
  const latin = await drawSocialCard({ name: 'Fern & Co <b>', tagline: 'Ferns that stay. '.repeat(6) });
  expect(latin.match(/<g transform="scale/g)).toHaveLength(3);
  expect(latin).not.toContain('<b>');
  expect(await drawSocialCard({ name: '茶碗', tagline: 'Tea' })).not.toContain('<g transform="scale');
});
