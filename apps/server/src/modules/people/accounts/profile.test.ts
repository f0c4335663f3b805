import type { AddressList, Problem, Profile, SavedAddress } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { homeAddress } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

test('a profile is changed field by field', async () => {
  const { send } = await createMember(shop);
  const change = { first_name: ' Grace ', age: 0, gender: 'Female', address: ' Storgatan 12, Umeå ' };
  expect((await send<Profile>('PATCH', '/me', change)).body).toMatchObject({
    first_name: 'Grace',
    last_name: 'Öberg',
    age: 0,
    gender: 'Female',
    address: 'Storgatan 12, Umeå',
  });
  await send('PATCH', '/me', { first_name: '', age: null, gender: null, address: '' });
  expect((await send<Profile>('GET', '/me')).body).toMatchObject({
    first_name: null,
    last_name: 'Öberg',
    age: null,
    gender: null,
    address: null,
  });
});

test('a user cannot change their own role, email address or id', async () => {
  const { send, userId, email } = await createMember(shop);
  const { status, body } = await send<Problem>('PATCH', '/me', {
    role: 'admin',
    email: 'root@example.com',
    email_verified: false,
    user_id: 'root',
    date_joined: '2001-01-01T00:00:00Z',
    price: 1,
    last_name: 'Hopper',
  });
  expect(status).toBe(400);
  expect(body.errors?.map(({ pointer }) => pointer)).toEqual([
    '/role',
    '/email',
    '/email_verified',
    '/user_id',
    '/date_joined',
    '/price',
  ]);
  const { rows } = await shop.db.execute(
    sql`select role, email, last_name from users where user_id = ${userId}`,
  );
  expect(rows).toEqual([{ role: 'shopper', email, last_name: 'Öberg' }]);
});

test.each([[{ age: 151 }], [{ age: -1 }], [{ gender: 'Unknown' }], [{ first_name: 'x'.repeat(101) }]])(
  'refuses %j',
  async (change) => {
    const { send } = await createMember(shop);
    expect((await send('PATCH', '/me', change)).status).toBe(400);
  },
);

test('exactly one address is always the default', async () => {
  const { send } = await createMember(shop);
  const add = async (address: object) => (await send<SavedAddress>('POST', '/me/addresses', address)).body;
  const list = async () =>
    (await send<AddressList>('GET', '/me/addresses')).body.items.map(({ city, is_default }) => [
      city,
      is_default,
    ]);

  const berlin = await add(homeAddress);
  expect(berlin).toMatchObject({ ...homeAddress, line2: '', is_default: true });
  const paris = await add({ ...homeAddress, city: 'Paris', country: 'FR' });
  expect(paris.is_default).toBe(false);
  const oslo = await add({
    ...homeAddress,
    city: 'Oslo',
    postal_code: '0150',
    country: 'NO',
    is_default: true,
  });
  expect(await list()).toEqual([
    ['Oslo', true],
    ['Berlin', false],
    ['Paris', false],
  ]);

  const changed = await send<SavedAddress>('PATCH', `/me/addresses/${paris.address_id}`, {
    is_default: true,
    phone: '1',
  });
  expect(changed.body).toMatchObject({ city: 'Paris', phone: '1', is_default: true });
  await send('PATCH', `/me/addresses/${paris.address_id}`, { is_default: false, line2: 'c/o' });
  expect(await list()).toEqual([
    ['Paris', true],
    ['Berlin', false],
    ['Oslo', false],
  ]);

  expect((await send('DELETE', `/me/addresses/${paris.address_id}`)).status).toBe(204);
  expect(await list()).toEqual([
    ['Berlin', true],
    ['Oslo', false],
  ]);
  expect((await send('DELETE', `/me/addresses/${oslo.address_id}`)).status).toBe(204);
});

test('other users’ addresses do not exist for the caller', async () => {
  const [owner, other] = [await createMember(shop), await createMember(shop)];
  const { body: address } = await owner.send<SavedAddress>('POST', '/me/addresses', homeAddress);
  const path = `/me/addresses/${address.address_id}`;
  for (const answer of [
    await other.send<Problem>('PATCH', path, { city: 'Rome', is_default: true }),
    await other.send<Problem>('DELETE', path),
  ])
    expect([answer.status, answer.body.code]).toEqual([404, 'address-not-found']);
  expect((await other.send<AddressList>('GET', '/me/addresses')).body.items).toEqual([]);
  expect((await owner.send<AddressList>('GET', '/me/addresses')).body.items).toEqual([address]);
});

test('an account has at most twenty addresses, even with concurrent requests', async () => {
  const { send } = await createMember(shop);
  const answers = await Promise.all(
    Array.from({ length: 23 }, () => send<Problem>('POST', '/me/addresses', homeAddress)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(answers.filter(({ body }) => body.code === 'too-many-addresses')).toHaveLength(3);
  const { items } = (await send<AddressList>('GET', '/me/addresses')).body;
  expect(items.filter(({ is_default }) => is_default)).toHaveLength(1);
});

test.each([[{ country: 'XX' }], [{ full_name: '  ' }], [{ line1: 'x'.repeat(201) }], [{ city: '' }]])(
  'rejects an address with %j',
  async (part) => {
    const { send } = await createMember(shop);
    expect((await send('POST', '/me/addresses', { ...homeAddress, ...part })).status).toBe(400);
  },
);
