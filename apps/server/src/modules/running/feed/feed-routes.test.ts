import type { FeedInteraction, FeedItem, Problem, Product, Recommendations } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { createShopper, type Reply, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { createServiceKey } from '../../people/service-keys/index.ts';

let shop: TestShop;
/** A machine with the key of a feed. */
let machine: Shopper;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const { secret } = await createServiceKey(shop.db, {
    name: 'Feed',
    scopes: ['catalog:write', 'people:write', 'events:write', 'recommendations:read', 'models:train'],
    expiresAt: null,
    createdBy: undefined,
    now: new Date(),
  });
  machine = createShopper(shop.app, { token: secret });
});
afterAll(() => shop.close());

const usd = (amount_minor: number) => ({ amount_minor, currency: 'USD' });
const putItems = (...items: FeedItem[]) =>
  machine.send<{ inserted: number; updated: number } & Problem>('POST', '/items', { items });
const send = (interactions: FeedInteraction[], options: object = {}) =>
  machine.send<{ accepted: number; repeated: number; dropped: number } & Problem>('POST', '/interactions', {
    interactions,
    ...options,
  });
const mistakes = ({ status, body }: Reply<Problem>) => [status, body.errors?.map(({ pointer }) => pointer)];

async function stored(name: string) {
  const { rows } = await shop.db.execute<{ product_id: number; on_hand: number | null }>(sql`
    select product_id, on_hand from products left join inventory using (product_id) where parent_asin = ${name}`);
  if (rows.length === 0) return undefined;
  const { body } = await createShopper(shop.app).send<Product>('GET', `/products/${rows[0].product_id}`);
  return { ...body, stock: rows[0].on_hand };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

test('adds an item, and later changes only the fields that are sent, each row its own', async () => {
  const first = await putItems(
    {
      item_id: 'pot-1',
      title: 'A pot',
      brand: 'Hearthline',
      price: usd(1_250),
      stock: 3,
      categories: ['Kitchen', 'Pots'],
    },
    {
      item_id: 'pot-2',
      title: 'Another pot',
      description: 'Large',
      price: usd(5),
      image_urls: ['https://a.example/2.jpg'],
    },
  );
  expect([first.status, first.body]).toEqual([200, { inserted: 2, updated: 0 }]);
  expect(await stored('pot-1')).toMatchObject({ title: 'A pot', price: usd(1_250), stock: 3 });
  expect(await stored('pot-2')).toMatchObject({ price: usd(5), stock: 50 });
  const second = await putItems(
    { item_id: 'pot-1', stock: 7 },
    { item_id: 'pot-2', title: 'Another large pot', price: usd(999) },
  );
  expect([second.status, second.body]).toEqual([200, { inserted: 0, updated: 2 }]);
  expect(await stored('pot-1')).toMatchObject({ title: 'A pot', price: usd(1_250), stock: 7 });
  expect(await stored('pot-2')).toMatchObject({
    title: 'Another large pot',
    description: 'Large',
    price: usd(999),
  });
  const { rows } = await shop.db.execute(sql`
    select kind, on_hand_delta from stock_movements join products using (product_id) where parent_asin = 'pot-1' order by movement_id`);
  expect(rows).toEqual([
    { kind: 'opening', on_hand_delta: 3 },
    { kind: 'correction', on_hand_delta: 4 },
  ]);
});

test('hides an item, and shows it again', async () => {
  await putItems({ item_id: 'hidden-1', title: 'Hidden', is_listed: false });
  expect(await stored('hidden-1')).toMatchObject({ code: 'product-not-found' });
  await putItems({ item_id: 'hidden-1', is_listed: true });
  expect(await stored('hidden-1')).toMatchObject({ title: 'Hidden' });
  await putItems({ item_id: 'hidden-1', is_listed: false });
  expect(await stored('hidden-1')).toMatchObject({ code: 'product-gone' });
});

test('rejects a request with bad rows as a whole, and names each row and field', async () => {
  const answer = await putItems(
    { item_id: 'good-1', title: 'Good', price: usd(100) },
    { item_id: 'bad-1' },
    { item_id: 'bad-2', title: ' ', price: { amount_minor: 5, currency: 'EUR' } },
    { item_id: 'bad-3', title: 'Bad', image_urls: ['no address'] },
  );
  expect(mistakes(answer)).toEqual([400, ['/items/2/price']]);
  const again = await putItems(
    { item_id: 'good-1', title: 'Good', price: usd(100) },
    { item_id: 'bad-2', title: ' ' },
    { item_id: 'bad-3', title: 'Bad', image_urls: ['no address'] },
    { item_id: 'good-1', title: 'Good' },
  );
  expect(mistakes(again)).toEqual([400, ['/items/1/title', '/items/2/image_urls', '/items/3/item_id']]);
  const untitled = await putItems({ item_id: 'good-1', title: 'Good' }, { item_id: 'bad-1' });
  expect(mistakes(untitled)).toEqual([400, ['/items/1/title']]);
  expect(await stored('good-1')).toBeUndefined();
});

test('adds people, and leaves accounts alone', async () => {
  const { userId } = await createMember(shop);
  const people = [
    { user_id: 'p-1', first_name: 'Ada', joined_at: '2025-01-01T00:00:00Z' },
    { user_id: userId, age: 7 },
  ];
  const { status, body } = await machine.send('POST', '/people', { people });
  expect([status, body]).toEqual([200, { inserted: 1, updated: 0, accounts_kept: 1 }]);
  const future = await machine.send<Problem>('POST', '/people', {
    people: [{ user_id: 'p-2', joined_at: '2150-01-01T00:00:00Z' }],
  });
  expect(mistakes(future)).toEqual([400, ['/people/0/joined_at']]);
});

test('an interaction counts once, however often it is sent', async () => {
  await putItems({ item_id: 'cup-1', title: 'Cup', price: usd(100) });
  const rating = {
    user_id: 'p-3',
    item_id: 'cup-1',
    kind: 'rating',
    value: 4,
    occurred_at: minutesAgo(9),
  } as const;
  expect((await send([rating, rating])).body).toEqual({ accepted: 1, repeated: 1, dropped: 0 });
  expect((await send([{ ...rating, value: 5 }])).body).toEqual({ accepted: 0, repeated: 1, dropped: 0 });
  const { rows } = await shop.db.execute(sql`select value from interactions where user_id = 'p-3'`);
  expect(rows).toEqual([{ value: 5 }]);
});

test('rejects interactions with an unknown item, a wrong time or no stars, unless unknown items are to be skipped', async () => {
  const view = { user_id: 'p-4', item_id: 'cup-1', kind: 'view', occurred_at: minutesAgo(5) } as const;
  expect(
    mistakes(
      await send([view, { ...view, occurred_at: '2150-01-01T00:00:00Z' }, { ...view, kind: 'rating' }]),
    ),
  ).toEqual([400, ['/interactions/1/occurred_at', '/interactions/2/value']]);
  const unknown = [view, { ...view, item_id: 'nothing' }];
  expect(mistakes(await send(unknown))).toEqual([400, ['/interactions/1/item_id']]);
  expect((await shop.db.execute(sql`select from users where user_id = 'p-4'`)).rowCount).toBe(0);
  expect((await send(unknown, { skip_unknown_items: true })).body).toEqual({
    accepted: 1,
    repeated: 0,
    dropped: 1,
  });
});

test('stores nothing about people who opted out', async () => {
  await shop.db.execute(sql`insert into users (user_id, opted_out_at) values ('p-5', now())`);
  const view = { user_id: 'p-5', item_id: 'cup-1', kind: 'view', occurred_at: minutesAgo(5) } as const;
  expect((await send([view])).body).toEqual({ accepted: 0, repeated: 0, dropped: 1 });
});

test('the next shelf knows what was sent: a bought item is gone', async () => {
  const shelf = async () => {
    const { body } = await machine.send<Recommendations>('GET', '/recommendations?user_id=p-6');
    return body.items.map(({ product }) => product.parent_asin);
  };
  const [first] = await shelf();
  await send([{ user_id: 'p-6', item_id: first, kind: 'purchase', occurred_at: minutesAgo(2) }]);
  expect(await shelf()).not.toContain(first);
});

test('deletes a person with everything known about them, but no account', async () => {
  await send([{ user_id: 'p-7', item_id: 'cup-1', kind: 'like', occurred_at: minutesAgo(2) }]);
  expect((await machine.send('DELETE', '/people/p-7')).status).toBe(204);
  expect((await shop.db.execute(sql`select from interactions where user_id = 'p-7'`)).rowCount).toBe(0);
  expect((await machine.send('DELETE', '/people/p-7')).status).toBe(404);
  const { userId } = await createMember(shop);
  const answer = await machine.send<Problem>('DELETE', `/people/${userId}`);
  expect([answer.status, answer.body.code]).toEqual([409, 'person-has-account']);
});

test('a machine can order a training', async () => {
  expect(await machine.send('POST', '/admin/models/train')).toEqual({
    status: 202,
    body: { state: 'queued' },
  });
  await shop.db.execute(sql`select graphile_worker.remove_job('train-model')`);
});

test('only administrators and keys may send', async () => {
  const member = await createMember(shop);
  expect((await member.send('POST', '/items', { items: [{ item_id: 'A', title: 'A' }] })).status).toBe(403);
  const admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  expect((await admin.send('POST', '/items', { items: [{ item_id: 'by-hand', title: 'A' }] })).status).toBe(
    200,
  );
});
