/** @file Typed texts are read in the same way in every form. */
import { randomUUID } from 'node:crypto';
import type { Checkout, Problem, SavedAddress } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../platform/postgres/sql.ts';
import { createMember, goodPassword, newEmail } from '../testing/account-fixture.ts';
import { findPlentiful } from '../testing/belongings.ts';
import { createShopper, homeAddress, type Shopper } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

let shop: TestShop;
let buyer: Shopper;
let member: Awaited<ReturnType<typeof createMember>>;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const [productId] = await findPlentiful(shop);
  buyer = createShopper(shop.app);
  await buyer.fillCheckout([{ productId, quantity: 1 }]);
  member = await createMember(shop);
});
afterAll(() => shop.close());

interface Refused {
  readonly status: number;
  readonly body: Problem;
}

const issueOf = ({ status, body }: Refused) => {
  const [{ pointer, code, message }] = body.errors ?? [];
  return [status, body.errors?.length, pointer, code, message];
};

const checkoutWith = (details: object) => buyer.send<Checkout & Problem>('PATCH', '/checkout', details);
const addressed = (part: object) => checkoutWith({ shipping_address: { ...homeAddress, ...part } });
const keepAddress = (part: object) =>
  member.send<SavedAddress & Problem>('POST', '/me/addresses', { ...homeAddress, ...part });

const asksForEmail: Record<string, (email: string) => Promise<Refused>> = {
  checkout: (email) => checkoutWith({ email }),
  'a new checkout': (email) => buyer.send('POST', '/checkout', { email }),
  registration: (email) =>
    createShopper(shop.app).send('POST', '/auth/register', { email, password: goodPassword }),
  newsletter: (email) => createShopper(shop.app).send('POST', '/newsletter', { email }),
};

describe.each(Object.keys(asksForEmail))('an email address in %s', (where) => {
  test('may have space around it', async () => {
    expect((await asksForEmail[where](' guest@example.com ')).status).toBeLessThan(300);
  });

  test.each([
    ['<guest@example.com>', 'not-an-email', 'email must be an email address such as name@example.com'],
    ['a@b', 'not-an-email', 'email must be an email address such as name@example.com'],
    ['gu\u200best@example.com', 'unseen-character', 'email must have no character that cannot be seen'],
    ['gu\u00adest@example.com', 'unseen-character', 'email must have no character that cannot be seen'],
  ])('rejects %j with a sentence', async (email, code, message) => {
    expect(issueOf(await asksForEmail[where](email))).toEqual([400, 1, '/email', code, message]);
  });
});

test('stores the normalised address, in checkout and newsletter', async () => {
  expect((await checkoutWith({ email: ' Guest@EXAMPLE.com ' })).body.email).toBe('Guest@example.com');
  await createShopper(shop.app).send('POST', '/newsletter', { email: 'ｇ@müller.example' });
  const { rows } = await shop.db.execute(
    sql`select email from newsletter_subscriptions where email like 'g@%'`,
  );
  expect(rows).toEqual([{ email: 'g@xn--mller-kva.example' }]);
});

test('addresses that look the same belong to one account', async () => {
  const name = randomUUID();
  for (const email of [
    `${name}@müller.example`,
    ` ${name}@MÜLLER.example `,
    `${name}@ｍüller.example`,
    `${name}@xn--mller-kva.example`,
  ])
    await createShopper(shop.app).send('POST', '/auth/register', { email, password: goodPassword });
  const { rows } = await shop.db.execute(sql`select email from users where email like ${`${name}%`}`);
  expect(rows).toEqual([{ email: `${name}@xn--mller-kva.example` }]);
});

test.each([
  ['müller.example', 'müller.example'],
  ['ＭÜＬＬＥＲ.example', 'ＭÜＬＬＥＲ.example'],
  ['mül\u200bler.example', 'mül\u200bler.example'],
  ['müller.example', 'xn--mller-kva.example'],
])('finds an account that an earlier version stored as %j by %j', async (kept, typed) => {
  const name = newEmail().split('@')[0];
  const old = await createMember(shop);
  await shop.db.execute(sql`update users set email = ${`${name}@${kept}`} where user_id = ${old.userId}`);
  const login = { email: `${name}@${typed}`, password: goodPassword };
  expect((await createShopper(shop.app).send('POST', '/auth/login', login)).status).toBe(200);
});

test('an account that was stored with non-ASCII letters in its domain gets no duplicate', async () => {
  const [name, old] = [randomUUID(), await createMember(shop)];
  await shop.db.execute(
    sql`update users set email = ${`${name}@müller.example`} where user_id = ${old.userId}`,
  );
  for (const email of [`${name}@müller.example`, `${name}@xn--mller-kva.example`])
    await createShopper(shop.app).send('POST', '/auth/register', { email, password: goodPassword });
  const { rows } = await shop.db.execute(sql`select user_id from users where email like ${`${name}@%`}`);
  expect(rows).toEqual([{ user_id: old.userId }]);
});

const keepsCountry: Record<string, (country: string) => Promise<Refused & { country: unknown }>> = {
  checkout: async (country) => {
    const answer = await addressed({ country, postal_code: country === 'UK' ? 'SW1A 1AA' : '10115' });
    return { ...answer, country: answer.body.shipping_address?.country };
  },
  'the address book': async (country) => {
    const answer = await keepAddress({ country, postal_code: country === 'UK' ? 'SW1A 1AA' : '10115' });
    return { ...answer, country: answer.body.country };
  },
};

describe.each(Object.keys(keepsCountry))('a country in %s', (where) => {
  test('is stored as its code', async () => {
    expect((await keepsCountry[where]('de')).country).toBe('DE');
    expect((await keepsCountry[where]('UK')).country).toBe('GB');
  });

  test.each(['XX', 'Germany', ''])('rejects %j', async (country) => {
    const answer = await keepsCountry[where](country);
    expect([answer.status, answer.body.errors?.at(0)?.code]).toEqual([400, 'unknown-country']);
    expect(answer.body.errors?.at(0)?.message).toBe(
      'country must be the two letters of a country (ISO 3166), such as DE or GB',
    );
  });
});

test('treats UK as GB for taxes', async () => {
  const { body } = await addressed({ country: 'UK', postal_code: 'SW1A 1AA' });
  expect(body.breakdown).toMatchObject({ tax_name: 'VAT' });
});

test('asks again for an invalid address of an earlier version', async () => {
  await addressed({});
  await shop.db.execute(sql`
    update checkouts set shipping_address = jsonb_set(shipping_address, '{country}', '"UK"') where state = 'open'`);
  const { body } = await buyer.send<Checkout>('GET', '/checkout');
  expect(body.missing).toEqual(['shipping_address']);
  const refused = await buyer.confirm(body);
  expect([refused.status, refused.body.code]).toEqual([409, 'checkout-incomplete']);
});

test('the spelling of a country makes no difference', async () => {
  for (const country of ['UK', 'gb'])
    expect((await buyer.send('GET', `/shipping-methods?country=${country}`)).body).toEqual(
      (await buyer.send('GET', '/shipping-methods?country=GB')).body,
    );
  expect(issueOf(await buyer.send('GET', '/shipping-methods?country=XX&currency=USD')).slice(0, 4)).toEqual([
    400,
    1,
    '/country',
    'unknown-country',
  ]);
  expect(issueOf(await buyer.send('GET', '/shipping-methods?currency=usd')).slice(0, 4)).toEqual([
    400,
    1,
    '/currency',
    'unknown-currency',
  ]);
});

describe('a postal code', () => {
  test.each([
    ['US', '', 'required', 'postal code is required, such as 94103'],
    ['US', 'ABC', 'bad-postal-code', 'postal code must be one of this country, such as 94103'],
    ['GB', '10115', 'bad-postal-code', 'postal code must be one of this country, such as SW1A 1AA'],
  ])('of %s is not %j', async (country, postal_code, code, message) => {
    const wanted = [400, 1, '/shipping_address/postal_code', code, message];
    expect(issueOf(await addressed({ country, postal_code }))).toEqual(wanted);
    expect(issueOf(await keepAddress({ country, postal_code }))).toEqual([
      400,
      1,
      '/postal_code',
      code,
      message,
    ]);
  });

  test.each(['IE', 'HK'])('is not required in %s', async (country) => {
    expect((await addressed({ country, postal_code: '' })).status).toBe(200);
    const { postal_code: _, ...without } = homeAddress;
    const kept = await member.send('POST', '/me/addresses', { ...without, country });
    expect(kept.status).toBe(201);
  });

  test('is stored in upper case', async () => {
    const { body } = await addressed({ country: 'gb', postal_code: ' sw1a  1aa ' });
    expect(body.shipping_address?.postal_code).toBe('SW1A 1AA');
  });

  test('must be valid for the country of a stored address, old or new', async () => {
    const { body } = await keepAddress({});
    const path = `/me/addresses/${body.address_id}`;
    expect(issueOf(await member.send('PATCH', path, { country: 'GB' })).slice(0, 4)).toEqual([
      400,
      1,
      '/postal_code',
      'bad-postal-code',
    ]);
    const moved = await member.send<SavedAddress>('PATCH', path, { country: 'uk', postal_code: 'sw1a 1aa' });
    expect(moved.body).toMatchObject({ country: 'GB', postal_code: 'SW1A 1AA', city: homeAddress.city });
    expect((await member.send('PATCH', path, { postal_code: '10115' })).status).toBe(400);
    expect((await member.send('PATCH', path, { city: 'London' })).status).toBe(200);
  });
});

test('finds an order by its number, however it was copied', async () => {
  const [productId] = await findPlentiful(shop);
  const guest = createShopper(shop.app, { email: newEmail() });
  const checkout = await guest.fillCheckout([{ productId, quantity: 1 }]);
  const { body } = await guest.confirm(checkout);
  const number = body.order.order_number;
  const bare = number.replace('K-', '');
  for (const order_number of [
    number,
    `#${number}`,
    bare,
    number.toLowerCase(),
    ` # k - ${bare} `,
    `K${bare}`,
  ]) {
    const found = await guest.send('POST', '/orders/lookup', { order_number, email: ` ${checkout.email} ` });
    expect(found.status, order_number).toBe(200);
  }
});
