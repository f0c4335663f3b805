import type { FeaturedList, Problem } from '@kindred/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { defaultSlides } from './default-slides.ts';

let shop: TestShop;
let admin: Record<string, string>;
let products: number[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed order by product_id limit 3`,
  );
  products = rows.map(({ product_id }) => product_id);
});
afterEach(() => shop.db.execute(sql`update products set is_listed = true`));
afterAll(() => shop.close());

const change = (featured: unknown) =>
  shop.app.inject({ method: 'PATCH', url: '/api/v1/admin/shop', headers: admin, payload: { featured } });
const read = async () => (await shop.get<FeaturedList>('/api/v1/featured')).items;
const titles = async () => (await read()).map(({ title }) => title);

const campaign = { kind: 'campaign', title: 'Spring', text: '', href: '/new', link_text: 'See them' };

test('has the slides that come with the shop until the merchant chooses others', async () => {
  expect(await titles()).toEqual(defaultSlides.map(({ title }) => title));
  await change([]);
  expect(await read()).toEqual([]);
  await change(null);
  expect(await titles()).toHaveLength(defaultSlides.length);
});

test('shows the products of a slide in the merchant’s order, and leaves out what is gone', async () => {
  const [centre, a, b] = products;
  await change([
    { kind: 'graph', title: 'Around it', text: '', product_id: centre },
    { ...campaign, product_ids: [b, a, b] },
    { ...campaign, title: 'Over', product_ids: [centre] },
  ]);
  const [graph, spring] = await read();
  expect(graph).toMatchObject({ kind: 'graph', product: { product_id: centre }, ends_at: null });
  expect(spring).toMatchObject({ image_url: null, products: [{ product_id: b }, { product_id: a }] });
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${centre}`);
  expect(await titles()).toEqual(['Around it', 'Spring']);
  expect((await read())[0]).toMatchObject({ product: null });
});

test('shows a slide from its start to its end', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  await change([
    { ...campaign, title: 'On', starts_at: anHourAgo, ends_at: inAnHour },
    { ...campaign, title: 'Later', starts_at: inAnHour },
    { ...campaign, title: 'Over', ends_at: anHourAgo },
    { ...campaign, title: 'Always', ends_at: null },
  ]);
  expect(await titles()).toEqual(['On', 'Always']);
});

test('names what a slide cannot be', async () => {
  for (const [wrong, pointer] of [
    [{ ...campaign, href: 'javascript:alert(1)' }, '/0/href'],
    [{ ...campaign, image_url: 'https://elsewhere.test/a.jpg' }, '/0/image_url'],
    [{ ...campaign, starts_at: '2030-02-01T00:00:00Z', ends_at: '2030-01-01T00:00:00Z' }, '/0/ends_at'],
    [{ ...campaign, product_id: 1 }, '/0/product_id'],
    [{ kind: 'graph', title: 'Around it' }, '/0/text'],
  ] as const) {
    const { code, errors = [] } = (await change([wrong])).json<Problem>();
    expect([code, errors[0]?.pointer], JSON.stringify(wrong)).toEqual([
      'invalid-request',
      `/featured${pointer}`,
    ]);
  }
});
