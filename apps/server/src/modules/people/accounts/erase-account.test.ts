import type { AccountExport, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  type Member,
  mailAsOthers,
  mailsTo,
  newEmail,
} from '../../../testing/account-fixture.ts';
import { homeAddress } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { createAccount } from './create-account.ts';
import { findEverythingAbout } from './export-repository.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

/** Stores data of a person in every place that can have some. */
async function fillAccount({ userId, email, send }: Member, orderStatus = 'Completed'): Promise<void> {
  await send('POST', '/me/addresses', { ...homeAddress, line2: email });
  await send('PATCH', '/me', { age: 41, gender: 'Other' });
  await send('POST', '/auth/forgot-password', { email });
  await shop.services.jobs.runDue();
  await shop.db.execute(sql`
    with product as (select product_id, title from products where price_minor is not null order by product_id limit 1),
      address as (select jsonb_build_object('full_name', 'Ada Öberg', 'line1', ${email}::text) as value),
      bought as (
        insert into orders (user_id, email, shipping_address, total_price_minor, currency, status, payment_status)
        select ${userId}, ${email}, value, 1234, 'EUR', ${orderStatus}::order_status, 'paid' from address returning order_id),
      line as (
        insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, total_minor)
        select order_id, product_id, title, 1234, 1, 1234 from bought, product),
      paid as (
        insert into payments (order_id, provider, reference, amount_minor, currency)
        select order_id, 'test', 'ref-' || order_id, 1234, 'EUR' from bought),
      told as (
        insert into payment_events (provider, provider_event_id, type, reference, payload)
        select 'test', 'event-' || order_id, 'paid', 'ref-' || order_id, jsonb_build_object('receipt_email', ${email}::text)
        from bought),
      checkout as (
        insert into checkouts (user_id, email, shipping_address) select ${userId}, ${email}, value from address),
      review as (
        insert into reviews (user_id, product_id, rating, timestamp, title, text, photos)
        select ${userId}, product_id, 5, now(), 'By ' || ${email}, 'Write to ' || ${email}, array['https://a.example/' || ${email}] from product),
      vote as (
        insert into review_votes (review_id, user_id) select min(review_id), ${userId} from reviews),
      list as (insert into wishlists (user_id) values (${userId}) returning wishlist_id),
      wish as (insert into wishlist_items (wishlist_id, product_id) select wishlist_id, product_id from list, product),
      recipient as (
        insert into notice_recipients (user_id, email, watches_wishlist)
        values (${userId}, null, true), (null, ${email}, false) returning recipient_id),
      notice as (
        insert into product_notices (recipient_id, product_id, kind, confirmed_at)
        select recipient_id, product_id, 'back-in-stock', now() from recipient, product),
      cart as (
        insert into carts (user_id, country, promo_codes) values (${userId}, 'DE', '{WELCOME}') returning cart_id),
      cart_line as (
        insert into cart_lines (cart_id, product_id, quantity, seen_price_minor, currency)
        select cart_id, product_id, 2, 1234, 'EUR' from cart, product),
      saved_line as (
        insert into saved_lines (cart_id, product_id, quantity, seen_price_minor, currency)
        select cart_id, product_id, 3, 1234, 'EUR' from cart, product),
      news as (
        insert into newsletter_subscriptions (email, state, token_hash, confirmed_at)
        values (upper(${email}), 'confirmed', ${userId}, now())),
      shown as (
        insert into exposures (request_id, first_position, product_ids, user_id, variant, slot, sources, scores, shown_at)
        select gen_random_uuid(), 1, array[product_id], ${userId}, 'control', 'home', '{popular}', '{1}', now() from product),
      answered as (
        insert into idempotency_keys (scope, key, request_hash, status, body)
        values (${`user:${userId} POST /api/v1/checkout/confirm`}, 'key', repeat('0', 64), 200,
          jsonb_build_object('email', ${email}::text)))
    insert into events (visitor_id, user_id, kind, query) values (gen_random_uuid(), ${userId}, 'search', 'tea')`);
  await shop.db.execute(sql`
    with searched as (
        insert into searches (search_id, key, text, reading, total)
        select gen_random_uuid(), 'mug for', 'mug for ' || ${email}, 'as-typed', 1 from generate_series(1, 3)
        returning search_id),
      numbered as (select search_id, row_number() over () as n from searched),
      ordered as (
        update order_lines set search_id = (select search_id from numbered where n = 1)
        where order_id in (select order_id from orders where user_id = ${userId})),
      carried as (
        update cart_lines set search_id = (select search_id from numbered where n = 2)
        where cart_id in (select cart_id from carts where user_id = ${userId}))
    update events set search_id = (select search_id from numbered where n = 3) where user_id = ${userId}`);
}

/** A guest order with everything that a guest leaves: its checkout, an abandoned checkout, a return. */
async function orderAsGuest(email: string, status = 'Completed'): Promise<string> {
  const { rows } = await shop.db.execute<{ order_id: string }>(sql`
    with bought as (
        insert into orders (email, shipping_address, total_price_minor, currency, status, payment_status)
        values (${email}, ${JSON.stringify({ ...homeAddress, line2: email })}::jsonb, 1234, 'EUR', ${status}::order_status, 'paid')
        returning order_id),
      completed as (
        insert into checkouts (visitor_id, email, state, order_id)
        select gen_random_uuid(), ${email}, 'completed', order_id from bought),
      given_up as (
        insert into checkouts (visitor_id, email, last_order_id) select gen_random_uuid(), ${email}, order_id from bought),
      sent_back as (
        insert into returns (order_id, status, reason, note, answer)
        select order_id, 'refused', 'other', 'From ' || ${email}, 'Dear ' || ${email} from bought)
    select order_id from bought`);
  return rows[0].order_id;
}

/** Finds a text in the whole database and returns the places as `table.column`. */
async function placesOf(needle: string): Promise<string[]> {
  const { rows: columns } = await shop.db.execute<{ table_name: string; column_name: string }>(sql`
    select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t
      using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'character', 'jsonb', 'json', 'ARRAY')`);
  const places: string[] = [];
  for (const { table_name, column_name } of columns) {
    const { rows } = await shop.db.execute(sql`
      select from ${sql.identifier(table_name)}
      where strpos(lower(${sql.identifier(column_name)}::text), lower(${needle})) > 0 limit 1`);
    if (rows.length > 0) places.push(`${table_name}.${column_name}`);
  }
  const { rows: jobs } = await shop.db.execute(sql`
    select from graphile_worker._private_jobs where strpos(payload::text, ${needle}) > 0 limit 1`);
  return jobs.length > 0 ? [...places, 'jobs'] : places;
}

test('the export contains everything, as a file', async () => {
  const member = await createMember(shop);
  await fillAccount(member);
  const response = await shop.app.inject({
    url: '/api/v1/me/export',
    cookies: Object.fromEntries(member.browser.cookies),
  });
  expect(response.headers['content-disposition']).toBe('attachment; filename="kindred-account.json"');
  const everything = response.json<AccountExport>();
  const { email } = member;
  expect(everything).toMatchObject({
    profile: { email, first_name: 'Ada', last_name: 'Öberg', age: 41, gender: 'Other' },
    addresses: [{ line1: homeAddress.line1, city: homeAddress.city }],
    orders: [{ email, total_price_minor: 1234, lines: [{ quantity: 1, unit_price_minor: 1234 }] }],
    checkouts: [{ email }],
    reviews: [{ rating: 5, title: `By ${email}`, photos: [`https://a.example/${email}`] }],
    review_votes: [{}],
    wishlist: [{}],
    notices: [{ kind: 'back-in-stock' }, { kind: 'back-in-stock' }],
    watches_wishlist: true,
    cart: [{ quantity: 2 }],
    cart_details: { country: 'DE', promo_codes: ['WELCOME'] },
    saved_for_later: [{ quantity: 3 }],
    newsletter: { state: 'confirmed' },
    mails: [{ kind: 'reset-password' }],
    sessions: [{ revoked_at: null }],
    events: [{ kind: 'search', query: 'tea', search_id: expect.any(String) }],
    searches: Array.from({ length: 3 }, () => ({
      text: `mug for ${email}`,
      searched_at: expect.any(String),
    })),
    exposures: [{ slot: 'home', source: 'popular', position: 1, seen_at: null }],
    attributions: [],
  });
  expect(response.body).not.toMatch(/argon2|token_hash/);
});

test('the export finds mails, newsletters and notices by address with an index', async () => {
  let asked: Statement | undefined;
  const recorder = {
    execute(query: Statement) {
      asked = query;
      return Promise.resolve({ rows: [] });
    },
  };
  await findEverythingAbout(recorder as unknown as Database, 'somebody');
  const plan = await withTransaction(shop.db, async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ 'QUERY PLAN': string }>(sql`explain ${asked!}`);
  });
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
  for (const index of [
    'mails_recipient_idx',
    'newsletter_subscriptions_email_key',
    'notice_recipients_email_key',
  ])
    expect(lines).toMatch(new RegExp(`${index}\\b.*\\n\\s*Index Cond`));
});

test('a deleted account leaves no personal data', async () => {
  const member = await createMember(shop);
  await fillAccount(member);
  expect(await placesOf(member.email)).toEqual(
    expect.arrayContaining([
      'users.email',
      'orders.shipping_address',
      'reviews.text',
      'reviews.photos',
      'addresses.line2',
      'checkouts.email',
      'mails.recipient',
      'mail_tokens.email',
      'newsletter_subscriptions.email',
      'notice_recipients.email',
      'payment_events.payload',
      'idempotency_keys.body',
      'searches.text',
    ]),
  );
  const wrong = await member.send<Problem>('DELETE', '/me', { password: 'not the password' });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
  expect((await member.send('DELETE', '/me', { password: goodPassword })).status).toBe(204);

  expect(await placesOf(member.email)).toEqual([]);
  expect((await placesOf(member.userId)).sort()).toEqual([
    'orders.user_id',
    'reviews.user_id',
    'users.user_id',
  ]);
  const { rows } = await shop.db.execute(sql`
    select u.first_name, u.password_hash, u.erased_at is not null as is_erased, o.total_price_minor::int, o.shipping_address,
      r.rating, r.title, r.text, r.photos
    from users u join orders o using (user_id) join reviews r using (user_id) where u.user_id = ${member.userId}`);
  expect(rows).toEqual([
    {
      first_name: null,
      password_hash: null,
      is_erased: true,
      total_price_minor: 1234,
      shipping_address: null,
      rating: 5,
      title: '',
      text: '',
      photos: [],
    },
  ]);
  await expect(logIn(shop, member.email)).rejects.toThrow('invalid-credentials');
});

test('a token of a deleted account gives no access', async () => {
  const member = await createMember(shop);
  const headers = { authorization: `Bearer ${member.login.access_token}` };
  await member.send('DELETE', '/me', { password: goodPassword });
  for (const [method, path, body] of [
    ['GET', '/me', undefined],
    ['GET', '/me/export', undefined],
    ['POST', '/me/addresses', homeAddress],
    ['PATCH', '/me', { first_name: 'Eve' }],
  ] as const) {
    const answer = await member.browser.send<Problem>(method, path, body, headers);
    expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'invalid-token']);
  }
});

test('an account with an order under way cannot be deleted until the order has ended', async () => {
  const member = await createMember(shop);
  await fillAccount(member, 'Pending');
  const { status, body } = await member.send<Problem>('DELETE', '/me', { password: goodPassword });
  expect([status, body.code]).toEqual([409, 'open-orders']);
  expect((await member.send<AccountExport>('GET', '/me/export')).body.addresses).toHaveLength(1);
});

test('guest orders of the account’s owner are exported and deleted with the account', async () => {
  const member = await createMember(shop);
  await orderAsGuest(member.email);
  await logIn(shop, member.email);
  const { body } = await member.send<AccountExport>('GET', '/me/export');
  expect(body.checkouts).toHaveLength(2);
  for (const state of ['completed', 'open'])
    expect(body.checkouts).toContainEqual(expect.objectContaining({ email: member.email, state }));
  await orderAsGuest(member.email);
  expect((await member.send('DELETE', '/me', { password: goodPassword })).status).toBe(204);
  expect(await placesOf(member.email)).toEqual([]);
});

test('a guest order under way also prevents the deletion, and then belongs to the account', async () => {
  const member = await createMember(shop);
  const orderId = await orderAsGuest(member.email, 'Pending');
  const { status, body } = await member.send<Problem>('DELETE', '/me', { password: goodPassword });
  expect([status, body.code]).toEqual([409, 'open-orders']);
  const { rows } = await shop.db.execute(sql`select user_id from orders where order_id = ${orderId}`);
  expect(rows).toEqual([{ user_id: member.userId }]);
});

test('mails about an order are deleted with the account, whatever the order’s address', async () => {
  const member = await createMember(shop);
  const other = newEmail();
  await shop.db.execute(sql`
    with bought as (
      insert into orders (user_id, email, total_price_minor, currency, status, payment_status)
      values (${member.userId}, ${other}, 1234, 'EUR', 'Completed', 'paid') returning order_number)
    insert into mails (kind, recipient, data)
    select 'order-confirmed', upper(${other}), jsonb_build_object('order', jsonb_build_object('order_number', order_number))
    from bought`);
  await mailAsOthers(shop.db, other);
  await member.send('DELETE', '/me', { password: goodPassword });
  const { rows } = await shop.db.execute(
    sql`select kind from mails where lower(recipient) = ${other} order by created_at`,
  );
  expect(rows).toEqual([{ kind: 'password-changed' }, { kind: 'newsletter-confirm' }]);
});

test('a user with an unverified address can neither see nor end its newsletter', async () => {
  const member = await createMember(shop, { isVerified: false });
  await shop.db.execute(sql`
    insert into newsletter_subscriptions (email, state, token_hash, confirmed_at)
    values (${member.email}, 'confirmed', 'somebody', now())`);
  expect((await member.send<AccountExport>('GET', '/me/export')).body.newsletter).toBeNull();
  await member.send('DELETE', '/me', { password: goodPassword });
  const { rows } = await shop.db.execute(
    sql`select state from newsletter_subscriptions where email = ${member.email}`,
  );
  expect(rows).toEqual([{ state: 'confirmed' }]);
});

test('deleting an account with an unverified address deletes no mails of others', async () => {
  const member = await createMember(shop, { isVerified: false });
  await member.send('POST', '/auth/resend-verification');
  await mailAsOthers(shop.db, member.email);
  await member.send('DELETE', '/me', { password: goodPassword });
  const left = await mailsTo(shop.db, member.email);
  expect(left.map(({ kind }) => kind)).toEqual(['password-changed', 'newsletter-confirm']);
});

test('the address of a deleted account can be used again', async () => {
  const member = await createMember(shop);
  await member.send('DELETE', '/me', { password: goodPassword });
  expect(await createAccount(shop.db, { email: member.email, password: goodPassword })).toBeDefined();
  expect(
    await createAccount(shop.db, { email: member.email.toUpperCase(), password: goodPassword }),
  ).toBeUndefined();
});
