import type { AccountExport, LoginAnswer, Problem, Profile } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  type Member,
  mailAsOthers,
  mailsTo,
  newEmail,
  tokenMailedTo,
} from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { appointAdmin } from './appoint-admin.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const kindsTo = async (email: string) => (await mailsTo(shop.db, email)).map(({ kind }) => kind);

function ask({ send }: Member, email: string, password = goodPassword) {
  return send<Problem>('POST', '/me/email', { email, password });
}

function confirm(token: string) {
  return createShopper(shop.app).send<Problem>('POST', '/auth/confirm-email-change', { token });
}

async function moveTo(member: Member, email: string): Promise<void> {
  await ask(member, email);
  await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
}

test('a new address counts after it is confirmed; the old one gets a mail before and after', async () => {
  const member = await createMember(shop);
  const elsewhere = await logIn(shop, member.email);
  const email = newEmail();
  expect((await ask(member, email)).status).toBe(202);
  expect(await kindsTo(member.email)).toEqual(['email-change-asked']);
  expect((await member.send<Profile>('GET', '/me')).body.email).toBe(member.email);

  const token = await tokenMailedTo(shop.db, email, 'change-email');
  expect((await confirm(token)).status).toBe(204);
  expect((await confirm(token)).body.code).toBe('invalid-mail-token');
  expect((await member.send<Profile>('GET', '/me')).body).toMatchObject({ email, email_verified: true });
  expect(await kindsTo(member.email)).toEqual(['email-change-asked', 'email-changed']);
  expect((await elsewhere.browser.send('GET', '/me')).status).toBe(401);
  await logIn(shop, email);
  await expect(logIn(shop, member.email)).rejects.toThrow('invalid-credentials');
});

test('requires the password', async () => {
  const member = await createMember(shop);
  const { status, body } = await ask(member, newEmail(), 'not the password');
  expect([status, body.code]).toEqual([403, 'wrong-password']);
});

test('rejects the address that the account already has', async () => {
  const member = await createMember(shop);
  const { status, body } = await ask(member, member.email.toUpperCase());
  expect([status, body.errors?.[0]]).toEqual([
    400,
    expect.objectContaining({ pointer: '/email', code: 'unchanged' }),
  ]);
});

test('does not reveal whether an address has an account, but mails its owner', async () => {
  const [member, owner] = [await createMember(shop), await createMember(shop)];
  const free = await ask(member, newEmail());
  const taken = await ask(member, owner.email);
  expect(taken).toEqual(free);
  expect(await kindsTo(owner.email)).toEqual(['already-registered']);
  expect(await kindsTo(member.email)).toEqual(['email-change-asked', 'email-change-asked']);
});

test('does not take an address from an account that got it meanwhile', async () => {
  const member = await createMember(shop);
  const email = newEmail();
  await ask(member, email);
  await createShopper(shop.app).send('POST', '/auth/register', { email, password: goodPassword });
  const { status, body } = await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
  expect([status, body.code]).toEqual([409, 'email-taken']);
});

test('only the newest link is valid, and none after a new password', async () => {
  const member = await createMember(shop);
  const [first, second] = [newEmail(), newEmail()];
  await ask(member, first);
  await ask(member, second);
  expect((await confirm(await tokenMailedTo(shop.db, first, 'change-email'))).status).toBe(400);
  await member.send('POST', '/me/password', {
    current_password: goodPassword,
    password: 'another harbour 17 lamps',
  });
  expect((await confirm(await tokenMailedTo(shop.db, second, 'change-email'))).status).toBe(400);
});

test('links in mails to the old address are invalid afterwards', async () => {
  const member = await createMember(shop);
  await createShopper(shop.app).send('POST', '/auth/forgot-password', { email: member.email });
  await shop.services.jobs.runDue();
  const reset = await tokenMailedTo(shop.db, member.email, 'reset-password');
  const email = newEmail();
  await ask(member, email);
  await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
  const { body } = await createShopper(shop.app).send<Problem>('POST', '/auth/reset-password', {
    token: reset,
    password: 'another harbour 17 lamps',
  });
  expect(body.code).toBe('invalid-mail-token');
});

test('does not flood a mailbox', async () => {
  const member = await createMember(shop);
  for (let asked = 0; asked < 5; asked++) expect((await ask(member, newEmail())).status).toBe(202);
  expect((await ask(member, newEmail())).body.code).toBe('too-many-attempts');
});

test('a former address is exported with its mails, and deleted with the account', async () => {
  const member = await createMember(shop);
  await shop.db.execute(sql`
    with recipient as (insert into notice_recipients (email) values (${member.email}) returning recipient_id),
      notice as (
        insert into product_notices (recipient_id, product_id, kind, confirmed_at)
        select recipient_id, (select min(product_id) from products), 'price-drop', now() from recipient)
    insert into newsletter_subscriptions (email, state, token_hash, confirmed_at)
    values (${member.email}, 'confirmed', ${member.userId}, now())`);
  const email = newEmail();
  await ask(member, email);
  await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
  const { body } = await member.send<AccountExport>('GET', '/me/export');
  expect(body).toMatchObject({
    profile: { email, former_emails: [member.email] },
    newsletter: null,
    former_newsletters: [{ email: member.email, state: 'confirmed' }],
    notices: [{ email: member.email, kind: 'price-drop' }],
  });
  expect(body.mails).toContainEqual(
    expect.objectContaining({ recipient: member.email, kind: 'email-changed' }),
  );
  await member.send('DELETE', '/me', { password: goodPassword });
  expect(await kindsTo(member.email)).toEqual([]);
});

async function registerWith(email: string): Promise<void> {
  const person = createShopper(shop.app);
  await person.send('POST', '/auth/register', { email, password: goodPassword });
  await person.send('POST', '/auth/verify-email', {
    token: await tokenMailedTo(shop.db, email, 'verify-email'),
  });
}

test.each<[string, (email: string) => Promise<unknown>]>([
  ['registers with', registerWith],
  ['moves to', async (email) => moveTo(await createMember(shop), email)],
  ['is made an administrator with', (email) => appointAdmin(shop.db, { email, password: goodPassword })],
])('an account loses a former address when another user %s it', async (_, take) => {
  const member = await createMember(shop);
  await moveTo(member, newEmail());
  await take(member.email);
  await shop.db.execute(sql`
    insert into newsletter_subscriptions (email, state, token_hash, confirmed_at)
    values (${member.email}, 'confirmed', ${member.userId}, now())`);
  const mailed = await kindsTo(member.email);
  expect(mailed.length).toBeGreaterThan(0);
  const { body } = await member.send<AccountExport>('GET', '/me/export');
  expect(body.profile).toMatchObject({ former_emails: [] });
  expect(body.mails).not.toContainEqual(expect.objectContaining({ recipient: member.email }));
  await member.send('DELETE', '/me', { password: goodPassword });
  expect(await kindsTo(member.email)).toEqual(mailed);
  const { rows } = await shop.db.execute(
    sql`select state from newsletter_subscriptions where email = ${member.email}`,
  );
  expect(rows).toEqual([{ state: 'confirmed' }]);
});

test('an unverified old address gets no mail, and the account’s mails to it are deleted', async () => {
  const member = await createMember(shop, { isVerified: false });
  await member.send('POST', '/auth/resend-verification');
  const email = newEmail();
  await ask(member, email);
  await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
  expect(await kindsTo(member.email)).toEqual([]);
});

test('other mails to an address that was never verified stay', async () => {
  const member = await createMember(shop, { isVerified: false });
  await member.send('POST', '/auth/resend-verification');
  await mailAsOthers(shop.db, member.email);
  await moveTo(member, newEmail());
  expect(await kindsTo(member.email)).toEqual(['password-changed', 'newsletter-confirm']);
});

/** Inserts an order of a guest. */
async function orderAsGuest(email: string): Promise<string> {
  const { rows } = await shop.db.execute<{ order_id: string }>(sql`
    insert into orders (email, total_price_minor, currency, status, payment_status)
    values (${email}, 1234, 'EUR', 'Completed', 'paid') returning order_id`);
  return rows[0].order_id;
}

async function ordersOf(send: Member['send']): Promise<string[]> {
  const { body } = await send<{ items: { order_id: string }[] }>('GET', '/orders');
  return body.items.map(({ order_id }) => order_id);
}

test('guest orders belong to the account after its address is verified, not before', async () => {
  const email = newEmail();
  const orderId = await orderAsGuest(email.toUpperCase());
  const person = createShopper(shop.app);
  await person.send('POST', '/auth/register', { email, password: goodPassword });
  const { browser } = await logIn(shop, email);
  expect(await ordersOf(browser.send)).toEqual([]);
  await person.send('POST', '/auth/verify-email', {
    token: await tokenMailedTo(shop.db, email, 'verify-email'),
  });
  expect(await ordersOf(browser.send)).toEqual([orderId]);
});

test('an order that a member places without a log-in belongs to them after the next log-in, and to no other user', async () => {
  const [member, other] = [await createMember(shop), await createMember(shop)];
  const orderId = await orderAsGuest(member.email);
  const { browser } = await logIn(shop, member.email);
  expect(await ordersOf(browser.send)).toEqual([orderId]);
  expect(await ordersOf((await logIn(shop, other.email)).browser.send)).toEqual([]);
});

test('a new address of an account brings its guest orders', async () => {
  const member = await createMember(shop);
  const email = newEmail();
  const orderId = await orderAsGuest(email);
  await ask(member, email);
  await confirm(await tokenMailedTo(shop.db, email, 'change-email'));
  expect(await ordersOf(member.send)).toEqual([orderId]);
});

test('a log-in reports the merge of two carts', async () => {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null order by on_hand - reserved desc, product_id limit 1`);
  const [{ product_id }] = rows;
  const member = await createMember(shop);
  await member.send('POST', '/cart/items', { product_id, quantity: 1 });
  const visitor = createShopper(shop.app);
  await visitor.send('POST', '/cart/items', { product_id, quantity: 2 });
  const { body } = await visitor.send<LoginAnswer>('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
  });
  expect(body.cart_merge?.lines).toMatchObject([
    { product_id, from_visitor: 2, from_user: 1, quantity: 3, clamped: false },
  ]);
});
