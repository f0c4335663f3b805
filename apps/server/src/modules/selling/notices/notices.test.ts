import type { NoticeList, NoticeReceipt, Problem, Wishlist } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword, mailsTo, newEmail } from '../../../testing/account-fixture.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { sellable, stock } from '../../../testing/stock-fixture.ts';
import { createTestShop, type TestNode, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let otherNode: TestNode;
let mug: number;
let lamp: number;
let now: Date;

beforeAll(async () => {
  shop = await createTestShop({ clock: () => now });
  otherNode = await shop.addNode();
});
beforeEach(async () => {
  now = new Date('2026-05-04T09:00:00Z');
  await shop.db.execute(
    sql`truncate notice_recipients, product_notices, wishlists, wishlist_items, mails cascade`,
  );
  [mug, lamp] = await sellable(shop.db, 2);
  await setPrice(mug, 3_000);
  await setPrice(lamp, 5_000);
});
afterAll(() => shop.close());

type Send = Shopper['send'];
const ask = (send: Send, productId: number, body: object) =>
  send<NoticeReceipt & Problem>('POST', `/products/${productId}/notices`, body);
const ownNotices = async (send: Send) => (await send<NoticeList>('GET', '/me/notices')).body.items;

async function setPrice(productId: number, priceMinor: number | null, currency = 'USD'): Promise<void> {
  await shop.db.execute(sql`
    update products set price_minor = ${priceMinor}, currency = ${priceMinor === null ? null : currency}, is_listed = true
    where product_id = ${productId}`);
}

/** Runs the job that runs every minute, on each of these nodes. */
async function runJob(nodes: readonly TestNode[] = [shop]): Promise<void> {
  for (const _ of nodes) await shop.db.execute(sql`select graphile_worker.add_job('mail-notices')`);
  await Promise.all(nodes.map(({ services }) => services.jobs.runDue()));
}

interface MailedProduct {
  title: string;
  link: string;
  is_back: boolean;
  price: { amount_minor: number };
  was_price: { amount_minor: number } | null;
}

/** Returns the content of each mail about products: `back 3000` and `2500 was 3000`. */
async function toldTo(email: string): Promise<string[][]> {
  const mails = await mailsTo(shop.db, email);
  return mails
    .filter(({ kind }) => kind === 'product-notices')
    .map(({ data }) =>
      (data.products as unknown as MailedProduct[]).map(
        ({ is_back, price, was_price }) =>
          `${is_back ? 'back ' : ''}${price.amount_minor}${was_price ? ` was ${was_price.amount_minor}` : ''}`,
      ),
    );
}

async function linkTo(email: string, kind: string, name: 'end_link' | 'link'): Promise<string> {
  const mail = (await mailsTo(shop.db, email)).findLast((one) => one.kind === kind);
  return new URL(mail!.data[name]).searchParams.get('token')!;
}

/** A guest who has followed the link of the mail. */
async function confirmedGuest(productId: number, kind: string): Promise<string> {
  const email = newEmail();
  const { send } = createShopper(shop.app);
  expect((await ask(send, productId, { kind, email })).status).toBe(202);
  const token = await linkTo(email, 'notice-confirm', 'link');
  expect((await send('POST', '/notices/confirm', { token })).status).toBe(200);
  return email;
}

test('mails a member once that a product is back, and nothing before', async () => {
  await stock(shop.db, [mug], 0);
  const { send, email } = await createMember(shop);
  expect(await ask(send, mug, { kind: 'back-in-stock' })).toEqual({ status: 201, body: { state: 'active' } });
  expect(await ownNotices(send)).toMatchObject([
    { kind: 'back-in-stock', price: null, product: { product_id: mug } },
  ]);
  await runJob();
  expect(await toldTo(email)).toEqual([]);
  await stock(shop.db, [mug], 4);
  await runJob();
  await runJob();
  expect(await toldTo(email)).toEqual([['back 3000']]);
  expect(await ownNotices(send)).toEqual([]);
});

test('a product that gets a price or is listed again is back too', async () => {
  const { send, email } = await createMember(shop);
  await setPrice(mug, null);
  await ask(send, mug, { kind: 'back-in-stock' });
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${mug}`);
  await shop.db.execute(
    sql`update products set price_minor = 900, currency = 'USD' where product_id = ${mug}`,
  );
  await runJob();
  expect(await toldTo(email)).toEqual([]);
  await setPrice(mug, 900);
  await runJob();
  expect(await toldTo(email)).toEqual([['back 900']]);
});

test('mails each fall of a price by at least 2 % of the reference price', async () => {
  const { send, email } = await createMember(shop);
  await ask(send, mug, { kind: 'price-drop' });
  expect(await ownNotices(send)).toMatchObject([{ price: { amount_minor: 3_000, currency: 'USD' } }]);
  for (const price of [2_999, 2_941, 3_100, 2_940, 2_940, 2_900, 2_990, 2_500]) {
    await setPrice(mug, price);
    await runJob();
  }
  expect(await toldTo(email)).toEqual([['2940 was 3000'], ['2500 was 2940']]);
  await setPrice(mug, 1_000, 'EUR');
  await runJob();
  await setPrice(mug, 900, 'EUR');
  await runJob();
  expect((await toldTo(email)).slice(2)).toEqual([['900 was 1000']]);
});

test('mails a lower price only when the product can be bought, together with its return', async () => {
  const { send, email } = await createMember(shop);
  await ask(send, mug, { kind: 'price-drop' });
  await stock(shop.db, [mug], 0);
  await ask(send, mug, { kind: 'back-in-stock' });
  await ask(send, lamp, { kind: 'price-drop' });
  await setPrice(mug, 2_000);
  await runJob();
  expect(await toldTo(email)).toEqual([]);
  await stock(shop.db, [mug], 1);
  await setPrice(lamp, 4_000);
  await runJob();
  expect(await toldTo(email)).toEqual([['4000 was 5000', 'back 2000 was 3000']]);
});

test('mails each change once, even if several nodes run the job concurrently', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => createMember(shop)));
  for (const { send } of people) await ask(send, mug, { kind: 'price-drop' });
  await setPrice(mug, 2_000);
  await runJob([shop, otherNode, shop, otherNode]);
  for (const { email } of people) expect(await toldTo(email)).toEqual([['2000 was 3000']]);
});

test('mails a recipient at most three times a day; the rest waits', async () => {
  const { send, email } = await createMember(shop);
  await ask(send, mug, { kind: 'price-drop' });
  for (const price of [2_800, 2_600, 2_400, 2_200, 2_000]) {
    await setPrice(mug, price);
    await runJob();
  }
  expect(await toldTo(email)).toHaveLength(3);
  now = new Date('2026-05-05T00:00:01Z');
  await runJob();
  expect((await toldTo(email)).at(-1)).toEqual(['2000 was 2400']);
  expect(await toldTo(email)).toHaveLength(4);
});

test('if a mail cannot be stored, its notices stay due, and the other recipients get their mails', async () => {
  const [ada, bo] = [await createMember(shop), await createMember(shop)];
  for (const { send } of [ada, bo]) await ask(send, mug, { kind: 'price-drop' });
  await setPrice(mug, 2_000);
  await shop.db.execute(
    sql.raw(`alter table mails add constraint no_mail check (recipient <> '${ada.email}')`),
  );
  await runJob();
  expect([await toldTo(ada.email), await toldTo(bo.email)]).toEqual([[], [['2000 was 3000']]]);
  await shop.db.execute(sql`alter table mails drop constraint no_mail`);
  await runJob();
  expect([await toldTo(ada.email), await toldTo(bo.email)]).toEqual([
    [['2000 was 3000']],
    [['2000 was 3000']],
  ]);
});

test('mails a guest only after the address is confirmed, and the guest can end the notice', async () => {
  const email = newEmail();
  const { send } = createShopper(shop.app);
  const asked = await ask(send, mug, { kind: 'price-drop', email });
  expect(asked).toEqual({ status: 202, body: { state: 'confirm-by-mail' } });
  await setPrice(mug, 2_000);
  await runJob();
  expect(await toldTo(email)).toEqual([]);
  const token = await linkTo(email, 'notice-confirm', 'link');
  for (let twice = 0; twice < 2; twice++) {
    const confirmed = await send('POST', '/notices/confirm', { token });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { kind: 'price-drop', price: { amount_minor: 3_000 } },
    });
  }
  await runJob();
  expect(await toldTo(email)).toEqual([['2000 was 3000']]);

  const endToken = await linkTo(email, 'product-notices', 'end_link');
  const seen = await send<NoticeList>('GET', `/notices?token=${endToken}`);
  expect(seen.body.items).toMatchObject([{ kind: 'price-drop', price: { amount_minor: 2_000 } }]);
  for (let twice = 0; twice < 2; twice++)
    expect((await send('POST', '/notices/end', { token: endToken })).status).toBe(204);
  await setPrice(mug, 1_000);
  await runJob();
  expect(await toldTo(email)).toHaveLength(1);
});

test('a request reveals nothing, and cannot flood an inbox', async () => {
  const known = await confirmedGuest(mug, 'price-drop');
  const { send } = createShopper(shop.app);
  const [again, fresh] = [
    await ask(send, mug, {
      kind: 'price-drop',
      email: known.toUpperCase().replace('EXAMPLE.COM', 'example.com'),
    }),
    await ask(send, mug, { kind: 'price-drop', email: newEmail() }),
  ];
  expect(again).toEqual(fresh);
  expect(await mailsTo(shop.db, known)).toHaveLength(1);

  const victim = newEmail();
  for (const productId of await sellable(shop.db, 9))
    await ask(createShopper(shop.app).send, productId, { kind: 'price-drop', email: victim });
  await stock(shop.db, [mug], 0);
  await ask(send, mug, { kind: 'price-drop', email: victim });
  await ask(send, mug, { kind: 'back-in-stock', email: victim });
  now = new Date('2026-05-04T23:59:00Z');
  await ask(send, mug, { kind: 'back-in-stock', email: victim });
  expect(await mailsTo(shop.db, victim)).toHaveLength(5);

  const answers = [];
  for (let tries = 1; tries <= 11; tries++)
    answers.push(
      await shop.app.inject({
        method: 'POST',
        url: `/api/v1/products/${mug}/notices`,
        remoteAddress: '192.0.2.77',
        payload: { kind: 'price-drop', email: victim },
      }),
    );
  expect(answers.at(-1)?.statusCode).toBe(429);
});

test('rejects a request that makes no sense, with the reason', async () => {
  const { send } = await createMember(shop);
  const unverified = await createMember(shop, { isVerified: false });
  const guest = createShopper(shop.app);
  const codeOf = async (asked: ReturnType<typeof ask>) => (await asked).body.code;
  expect(await codeOf(ask(send, mug, { kind: 'back-in-stock' }))).toBe('available-now');
  expect(await codeOf(ask(send, 2_147_483_000, { kind: 'price-drop' }))).toBe('product-not-found');
  expect(await codeOf(ask(unverified.send, mug, { kind: 'price-drop' }))).toBe('verify-your-email');
  const nowhere = await ask(guest.send, mug, { kind: 'price-drop' });
  expect(nowhere.body.errors).toMatchObject([{ pointer: '/email', code: 'required' }]);
  await setPrice(mug, null);
  expect(await codeOf(ask(send, mug, { kind: 'price-drop' }))).toBe('no-price');
  for (const path of ['/notices/confirm', '/notices/end']) {
    const { status, body } = await guest.send<Problem>('POST', path, {
      token: `${crypto.randomUUID()}.forged`,
    });
    expect([status, body.code]).toEqual([400, 'invalid-notice-token']);
  }
});

test('the confirmation link opens only its own notice, and is valid for two days', async () => {
  const email = newEmail();
  const { send } = createShopper(shop.app);
  await ask(send, mug, { kind: 'price-drop', email });
  const token = await linkTo(email, 'notice-confirm', 'link');
  expect((await send('POST', '/notices/end', { token })).status).toBe(400);
  now = new Date(Date.now() + 3 * 86_400_000);
  await shop.db.execute(sql`select graphile_worker.add_job('sweep-notices')`);
  await shop.services.jobs.runDue();
  expect((await send<Problem>('POST', '/notices/confirm', { token })).body.code).toBe('invalid-notice-token');
  expect((await shop.db.execute(sql`select from notice_recipients`)).rows).toEqual([]);
});

test('a repeated request extends the link by two days', async () => {
  const email = newEmail();
  const { send } = createShopper(shop.app);
  await ask(send, mug, { kind: 'price-drop', email });
  await shop.db.execute(sql`update product_notices set created_at = now() - interval '3 days'`);
  now = new Date();
  await ask(send, mug, { kind: 'price-drop', email });
  expect(await mailsTo(shop.db, email)).toHaveLength(2);
  await shop.db.execute(sql`select graphile_worker.add_job('sweep-notices')`);
  await shop.services.jobs.runDue();
  const token = await linkTo(email, 'notice-confirm', 'link');
  expect((await send('POST', '/notices/confirm', { token })).status).toBe(200);
});

test('watches a wishlist if its owner asks, including products that are added later, until they are removed', async () => {
  const { send, email } = await createMember(shop);
  await send('POST', '/wishlist', { product_id: mug });
  await setPrice(mug, 2_500);
  await runJob();
  expect(await toldTo(email)).toEqual([]);

  expect((await send('PATCH', '/me/wishlist', { mails_changes: true })).status).toBe(204);
  expect((await send<Wishlist>('GET', '/wishlist')).body.mails_changes).toBe(true);
  await send('POST', '/wishlist', { product_id: lamp });
  await stock(shop.db, [lamp], 0);
  await runJob();
  expect(await toldTo(email)).toEqual([]);
  await setPrice(mug, 2_000);
  await stock(shop.db, [lamp], 3);
  await runJob();
  await runJob();
  expect(await toldTo(email)).toEqual([['back 5000', '2000 was 2500']]);
  expect(await ownNotices(send)).toEqual([]);

  await send('DELETE', `/wishlist/${mug}`);
  await setPrice(mug, 1_000);
  await stock(shop.db, [lamp], 0);
  await runJob();
  await stock(shop.db, [lamp], 3);
  await runJob();
  expect((await toldTo(email)).slice(1)).toEqual([['back 5000']]);

  await send('POST', '/notices/end', { token: await linkTo(email, 'product-notices', 'end_link') });
  expect((await send<Wishlist>('GET', '/wishlist')).body.mails_changes).toBe(false);
  await setPrice(lamp, 100);
  await runJob();
  expect(await toldTo(email)).toHaveLength(2);
});

test('a guest’s wishlist is watched after the log-in, if the account watches its wishlist', async () => {
  const member = await createMember(shop);
  await member.send('PATCH', '/me/wishlist', { mails_changes: true });
  const guest = createShopper(shop.app);
  await guest.send('POST', '/wishlist', { product_id: mug });
  await guest.send('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
    set_cookies: true,
  });
  await setPrice(mug, 2_000);
  await runJob();
  expect(await toldTo(member.email)).toEqual([['2000 was 3000']]);
});

test('a product with a notice of its own and on the wishlist is one line of one mail', async () => {
  const { send, email } = await createMember(shop);
  await send('PATCH', '/me/wishlist', { mails_changes: true });
  await send('POST', '/wishlist', { product_id: mug });
  await ask(send, mug, { kind: 'price-drop' });
  const [{ notice_id }] = await ownNotices(send);
  await setPrice(mug, 2_000);
  await runJob();
  await runJob();
  expect(await toldTo(email)).toEqual([['2000 was 3000']]);
  expect((await send('DELETE', `/me/notices/${notice_id}`)).status).toBe(204);
  await send('PATCH', '/me/wishlist', { mails_changes: false });
  await setPrice(mug, 1_000);
  await runJob();
  expect(await toldTo(email)).toHaveLength(1);
});
