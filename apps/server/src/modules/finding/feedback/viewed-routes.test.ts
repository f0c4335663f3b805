import type { Problem, ViewedList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let products: number[];

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed and group_id is null order by product_id limit 12`,
  );
  products = rows.map(({ product_id }) => product_id);
});
afterAll(() => shop.close());

type Person = Pick<Shopper, 'send'>;
const view = (person: Person, ...ids: number[]) =>
  person.send('POST', '/events', { events: ids.map((product_id) => ({ kind: 'view', product_id })) });
const listOf = async (person: Person, query = '', headers: Record<string, string> = {}) =>
  (await person.send<ViewedList>('GET', `/viewed?${query}`, undefined, headers)).body;
const viewedBy = async (person: Person, query = '', headers: Record<string, string> = {}) =>
  (await listOf(person, query, headers)).items.map(({ product }) => product.product_id);

test('lists each product once, the last opened first, without those of others', async () => {
  const [a, b, c] = products;
  const visitor = createShopper(shop.app);
  expect(await viewedBy(visitor)).toEqual([]);
  await view(visitor, a, b, c, a);
  await view(createShopper(shop.app), b);
  expect(await viewedBy(visitor)).toEqual([a, c, b]);
  expect(await viewedBy(visitor, `exclude=${c},${b}`)).toEqual([a]);
});

test('pages go on where they ended, even if a product of the first page was also opened long before', async () => {
  const [a, b, c, d] = products;
  const visitor = createShopper(shop.app);
  await view(visitor, a, b, c, d, a);
  const first = await listOf(visitor, 'limit=2');
  expect(first.items.map(({ product }) => product.product_id)).toEqual([a, d]);
  expect(await viewedBy(visitor, `limit=2&cursor=${first.next_cursor}`)).toEqual([c, b]);
});

test('options of one product are one entry, and hidden and unlisted products are none', async () => {
  const [one, other, hidden, gone, left] = products.slice(4);
  await groupProducts(shop.db, [one, other]);
  const visitor = createShopper(shop.app);
  await view(visitor, left, one, other, hidden, gone);
  await visitor.send('POST', '/recommendations/feedback', { kind: 'hide', product_id: hidden });
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${gone}`);
  expect(await viewedBy(visitor)).toEqual([other, left]);
  expect(await viewedBy(visitor, `exclude=${one}`)).toEqual([left]);
});

test('a visitor removes one product, or all', async () => {
  const [a, b, c] = products;
  const visitor = createShopper(shop.app);
  await view(visitor, a, b, c);
  expect((await visitor.send('DELETE', `/viewed/${b}`)).status).toBe(204);
  expect(await viewedBy(visitor)).toEqual([c, a]);
  expect((await visitor.send('DELETE', '/viewed')).status).toBe(204);
  expect(await viewedBy(visitor)).toEqual([]);
});

test('a browser that objects to tracking has no list, nor has a visitor who opted out', async () => {
  const visitor = createShopper(shop.app);
  await view(visitor, ...products.slice(0, 2));
  for (const objection of [{ dnt: '1' }, { 'sec-gpc': '1' }])
    expect(await viewedBy(visitor, '', objection)).toEqual([]);
  await visitor.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  await view(visitor, products[0]);
  expect(await viewedBy(visitor)).toEqual([]);
});

test('a member finds what they opened on another device, and a log-in brings what the browser knew', async () => {
  const [a, b] = products;
  const member = await createMember(shop);
  await view(member, a);
  const phone = createShopper(shop.app);
  await view(phone, b);
  await phone.send('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
    set_cookies: true,
  });
  expect(await viewedBy(phone)).toEqual([b, a]);
  expect(await viewedBy(member)).toEqual([b, a]);
});

test('a cursor of another list is refused', async () => {
  const visitor = createShopper(shop.app);
  await view(visitor, products[0]);
  const { status, body } = await visitor.send<Problem>('GET', '/viewed?cursor=abc');
  expect([status, body.code]).toEqual([400, 'invalid-cursor']);
});
