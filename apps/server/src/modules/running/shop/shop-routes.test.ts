import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, type Shop, type ShopPage, type ShopPageList, usualSignals } from '@kindred/contracts';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../../../testing/test-shop.ts';
import { pageSlugs } from './default-pages.ts';
import { defaultShop } from './default-shop.ts';

let shop: TestShop;
let admin: Record<string, string>;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize, env: { IMAGE_CDN_URL: 'https://cdn.test/pictures' } });
  admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
});
afterEach(async () => {
  await shop.db.execute(sql`truncate shop_settings, shop_pages`);
  shop.services.shop.forget();
});
afterAll(() => shop.close());

const change = (payload: object) =>
  shop.app.inject({ method: 'PATCH', url: '/api/v1/admin/shop', headers: admin, payload });
const write = (slug: string, payload: object) =>
  shop.app.inject({ method: 'PUT', url: `/api/v1/admin/shop/pages/${slug}`, headers: admin, payload });
const read = () => shop.get<Shop>('/api/v1/shop');
const page = (slug: string) => shop.get<ShopPage>(`/api/v1/shop/pages/${slug}`);
const nameAt = async ({ app }: TestNode) => (await app.inject({ url: '/api/v1/shop' })).json<Shop>().name;

test('reports that its company is an example until the merchant changes it', async () => {
  const { company, ...rest } = await read();
  expect({ ...rest, company: { ...company, is_example: undefined } }).toEqual(defaultShop);
  expect(company.is_example).toBe(true);
});

test('stores a merchant’s changes field by field, and drops the example once the company is named', async () => {
  expect((await change({ name: 'Fern & Co', company: { email: 'us@fern.example' } })).statusCode).toBe(200);
  const answer = await change({
    announcement: { text: 'Closed on Monday', href: null },
    default_country: 'de',
  });
  expect(answer.json()).toEqual(await read());
  expect(await read()).toMatchObject({
    name: 'Fern & Co',
    tagline: defaultShop.tagline,
    announcement: { text: 'Closed on Monday', href: null },
    default_country: 'DE',
    company: { email: 'us@fern.example', legal_name: defaultShop.company.legal_name, is_example: true },
  });
  await change({ company: { legal_name: 'Fern & Co Ltd' }, announcement: null });
  const { company, announcement } = await read();
  const { legal_name, email, country, is_example, ...unsaid } = company;
  expect({ legal_name, email, country, is_example }).toEqual({
    legal_name: 'Fern & Co Ltd',
    email: 'us@fern.example',
    country: defaultShop.company.country,
    is_example: false,
  });
  expect(new Set(Object.values(unsaid))).toEqual(new Set(['']));
  expect(announcement).toBeNull();
});

test('stores a merchant’s signals one by one, and names what a signal cannot be', async () => {
  await change({ recommendations: { attribution_days: 3 } });
  await change({ recommendations: { signals: { viewed: { weight: 0.2 }, wished: { weight: 0 } } } });
  await change({ recommendations: { signals: { viewed: { half_life_days: 3 } } } });
  const { viewed, wished, ...others } = usualSignals;
  expect((await read()).recommendations).toEqual({
    ...defaultShop.recommendations,
    attribution_days: 3,
    signals: { ...others, viewed: { weight: 0.2, half_life_days: 3 }, wished: { ...wished, weight: 0 } },
  });
  for (const [signals, pointer] of [
    [{ viewed: { weight: 1.1 } }, '/viewed/weight'],
    [{ bought: { half_life_days: 0 } }, '/bought/half_life_days'],
    [{ glanced: { weight: 1 } }, '/glanced'],
    [{ bought: { speed: 1 } }, '/bought/speed'],
  ] as const) {
    const { code, errors = [] } = (await change({ recommendations: { signals } })).json<Problem>();
    expect([code, errors[0]?.pointer]).toEqual(['invalid-request', `/recommendations/signals${pointer}`]);
  }
});

test('concurrent changes of different fields are all kept', async () => {
  const fields = ['tagline', 'description', 'copyright', 'name'];
  await Promise.all(fields.map((field) => change({ [field]: `new ${field}` })));
  expect(await read()).toMatchObject(Object.fromEntries(fields.map((field) => [field, `new ${field}`])));
});

test('rejects a picture that no page would show, and links to other sites', async () => {
  for (const [wrong, pointer] of [
    [{ logo_url: 'https://elsewhere.test/logo.png' }, '/logo_url'],
    [{ logo_url: '//elsewhere.test/logo.png' }, '/logo_url'],
    [{ announcement: { text: 'Look', href: 'javascript:alert(1)' } }, '/announcement/href'],
    [{ announcement: { text: 'Look', href: '/\\elsewhere.test' } }, '/announcement/href'],
    [{ social_links: [{ network: 'x', url: 'http://x.test/' }] }, '/social_links/0/url'],
    [
      { social_links: ['https://a.test/', 'https://b.test/'].map((url) => ({ network: 'x', url })) },
      '/social_links/1/network',
    ],
  ] as const) {
    const { code, errors = [] } = (await change(wrong)).json<Problem>();
    expect([code, errors[0]?.pointer], JSON.stringify(wrong)).toEqual(['invalid-request', pointer]);
  }
  for (const logo_url of ['/media/logo.svg', 'https://cdn.test/logo.svg', null])
    expect((await change({ logo_url })).statusCode, String(logo_url)).toBe(200);
});

test('every node uses the new name as soon as it is notified', async () => {
  const other = await shop.addNode();
  expect(await nameAt(other)).toBe('Kindred');
  await change({ name: 'Fern' });
  expect(await nameAt(shop)).toBe('Fern');
  await vi.waitFor(async () => expect(await nameAt(other)).toBe('Fern'), { timeout: 2_000 });
  await shop.db.execute(sql`update shop_settings set settings = '{"name": "By hand"}'`);
  await vi.waitFor(async () => expect(await nameAt(other)).toBe('By hand'), { timeout: 2_000 });
});

test('every page is complete: no placeholder is left, and every link works', async () => {
  const { items } = await shop.get<ShopPageList>('/api/v1/shop/pages');
  expect(items.map(({ slug }) => slug)).toEqual(pageSlugs);
  const others = ['/orders/find', '/login', '/register', '/forgot-password', 'https://stripe.com/privacy'];
  const known = new Set([
    ...pageSlugs.map((slug) => `/${slug}`),
    '/account/orders',
    '/account/privacy',
    '/recommendations',
    '/viewed',
    ...others,
  ]);
  for (const { slug, title, description } of items) {
    const { html, sections } = await page(slug);
    expect(
      [title, description].every((text) => text.length > 3),
      slug,
    ).toBe(true);
    expect(html, slug).not.toMatch(/\{\{|TODO|lorem/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(
      links.filter((href) => !known.has(href) && !href.startsWith('mailto:')),
      slug,
    ).toEqual([]);
    for (const { id } of sections) expect(html).toContain(`<h2 id="${id}">`);
  }
});

test('the privacy page lists every cookie that the shop sets', async () => {
  const apps = join(import.meta.dirname, '../../../../..');
  const sources = globSync('{server/src,storefront/app}/**/*.{ts,tsx}', { cwd: apps });
  const cookies = sources.flatMap((file) =>
    [...readFileSync(join(apps, file), 'utf8').matchAll(/cookie(?:Key)?\s*[:=]\s*'(kindred_\w+)'/gi)].map(
      ([, name]) => name,
    ),
  );
  expect(cookies.length).toBeGreaterThan(5);
  const { body } = await page('privacy');
  const named = [...body.matchAll(/^- `(kindred_\w+)`:/gm)].map(([, name]) => name);
  for (const name of cookies) expect(named.filter((one) => one === name)).toEqual([name]);
});

test('shows a merchant’s text with the shop’s data, but without HTML', async () => {
  await change({ name: 'Fern *& Co*', company: { legal_name: 'Fern <b>Ltd</b>', email: 'us@fern.example' } });
  const body = [
    '## Who we are',
    '{{ shop_name }} is run by **{{legal_name}}**.',
    '## Who we are',
    'Text <script>alert(1)</script> [link](javascript:alert(1)) [mail](mailto:{{company_email}})',
    '# A & B',
  ].join('\n\n');
  const answer = await write('about', { title: 'About', description: 'Who we are.', body });
  const { html, sections, body: kept } = answer.json<ShopPage>();
  expect(kept).toBe(body);
  expect(html).toContain('<p>Fern *&amp; Co* is run by <strong>Fern &lt;b&gt;Ltd&lt;/b&gt;</strong>.</p>');
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toMatch(/<script|javascript:/);
  expect(html).toContain('href="mailto:us@fern.example"');
  expect(sections).toEqual([
    { id: 'who-we-are', title: 'Who we are' },
    { id: 'who-we-are-2', title: 'Who we are' },
    { id: 'a-b', title: 'A & B' },
  ]);
  for (const { id } of sections) expect(html).toContain(`<h2 id="${id}">`);
  expect(await page('about')).toEqual(answer.json());
});

test('rejects an unknown page, and an unknown placeholder', async () => {
  const content = { title: 'T', description: 'D', body: 'Text {{shop_nme}}' };
  expect((await write('imprint', content)).json()).toMatchObject({ status: 404, code: 'page-not-found' });
  expect((await write('about', content)).json()).toMatchObject({
    code: 'invalid-request',
    errors: [{ pointer: '/body', message: expect.stringContaining('{{shop_nme}} is not a placeholder') }],
  });
  expect((await shop.app.inject({ url: '/api/v1/shop/pages/imprint' })).statusCode).toBe(404);
});
