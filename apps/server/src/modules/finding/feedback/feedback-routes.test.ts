import type { FeedbackList, RecommendationHistory, Recommendations } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword, type Member } from '../../../testing/account-fixture.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
  // Shelves do not wait for its first reading.
  await shop.services.recommendations.trend();
});
afterAll(() => shop.close());

type Person = Pick<Shopper, 'send'>;
const view = (person: Person, ...productIds: number[]) =>
  person.send('POST', '/events', { events: productIds.map((product_id) => ({ kind: 'view', product_id })) });
const say = (person: Person, kind: string, product_id: number) =>
  person.send<{ feedback_id: string; code: string }>('POST', '/recommendations/feedback', {
    kind,
    product_id,
  });
const shelf = async (person: Person, query = 'limit=40') =>
  (await person.send<Recommendations>('GET', `/recommendations?${query}`)).body.items.map(
    ({ product }) => product.product_id,
  );
const historyOf = async (person: Person) =>
  (await person.send<RecommendationHistory>('GET', '/me/recommendation-history')).body.items.map(
    ({ product, deed }) => [deed, product.product_id],
  );
const feedbackOf = async (person: Person) =>
  (await person.send<FeedbackList>('GET', '/recommendations/feedback')).body.items.map(
    ({ kind, product, brand, category }) => [kind, product?.product_id ?? brand ?? category?.name],
  );

async function someProducts(count: number, from = 0) {
  const { rows } = await shop.db.execute<{ product_id: number; brand: string; category: string }>(sql`
    select product_id, brand, c.name as category from products join categories c using (category_id)
    where is_listed and group_id is null and brand is not null order by rating_count desc, product_id limit ${count} offset ${from}`);
  return rows;
}

test('hidden, disliked and owned products are gone from the next shelf, on another node too', async () => {
  const visitor = createShopper(shop.app);
  const [first, second, third, fourth] = await shelf(visitor);
  expect((await say(visitor, 'hide', first)).status).toBe(201);
  await say(visitor, 'dislike', second);
  await say(visitor, 'own', third);
  expect((await say(visitor, 'hide', first)).status).toBe(200);
  const left = await shelf(visitor);
  for (const gone of [first, second, third]) expect(left).not.toContain(gone);
  expect(left).toContain(fourth);
  const other = await shop.addNode();
  await other.services.recommendations.trend();
  const elsewhere = createShopper(other.app);
  for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value);
  expect(await shelf(elsewhere)).toEqual(left);
});

test('a new opinion replaces the opposite one, and can be taken back', async () => {
  const visitor = createShopper(shop.app);
  const [{ product_id, brand, category }] = await someProducts(1);
  await say(visitor, 'like', product_id);
  await say(visitor, 'less-of-brand', product_id);
  await say(visitor, 'less-of-category', product_id);
  const { body } = await say(visitor, 'dislike', product_id);
  expect(await feedbackOf(visitor)).toEqual([
    ['dislike', product_id],
    ['less-of-category', category],
    ['less-of-brand', brand],
  ]);
  const stranger = createShopper(shop.app);
  await view(stranger, product_id);
  await stranger.send('DELETE', `/recommendations/feedback/${body.feedback_id}`);
  expect(await feedbackOf(visitor)).toHaveLength(3);
  await visitor.send('DELETE', `/recommendations/feedback/${body.feedback_id}`);
  expect(await feedbackOf(visitor)).toHaveLength(2);
});

test('a product that does not exist, or left the shop, can be removed from the history', async () => {
  const visitor = createShopper(shop.app);
  const [{ product_id }] = await someProducts(1, 4);
  await view(visitor, product_id);
  for (const id of [2_000_000_000, product_id]) {
    await shop.db.execute(sql`update products set is_listed = false where product_id = ${id}`);
    expect((await visitor.send('DELETE', `/me/recommendation-history/${id}`)).status).toBe(204);
  }
  await shop.db.execute(sql`update products set is_listed = true where product_id = ${product_id}`);
  expect(await historyOf(visitor)).toEqual([]);
});

test('what is in the cart, or was bought without an account, is on no shelf, whatever the history says', async () => {
  const visitor = createShopper(shop.app);
  const [bought, carted] = await shelf(visitor);
  const checkout = await visitor.fillCheckout([{ productId: bought, quantity: 1 }]);
  expect((await visitor.confirm(checkout)).status).toBe(201);
  await visitor.send('POST', '/cart/items', { product_id: carted, quantity: 1 });
  await visitor.send('DELETE', `/me/recommendation-history/${carted}`);
  await visitor.send('DELETE', '/me/recommendation-preferences');
  const left = await shelf(visitor);
  for (const gone of [bought, carted]) expect(left).not.toContain(gone);
});

test('feedback about one option of a product counts for all', async () => {
  const visitor = createShopper(shop.app);
  const [one, other] = (await someProducts(2, 20)).map(({ product_id }) => product_id);
  await groupProducts(shop.db, [one, other]);
  await say(visitor, 'like', one);
  await say(visitor, 'hide', other);
  expect(await feedbackOf(visitor)).toEqual([['hide', other]]);
  expect(await historyOf(visitor)).toEqual([]);
});

test('a product that was removed from the history counts again after a later view', async () => {
  const visitor = createShopper(shop.app);
  const [one, other] = (await someProducts(2, 2)).map(({ product_id }) => product_id);
  await view(visitor, one, other);
  await visitor.send('POST', '/wishlist', { product_id: one });
  expect(await historyOf(visitor)).toEqual([
    ['wished', one],
    ['viewed', other],
  ]);
  await visitor.send('DELETE', `/me/recommendation-history/${one}`);
  expect(await historyOf(visitor)).toEqual([['viewed', other]]);
  await view(visitor, one);
  expect(await historyOf(visitor)).toEqual([
    ['viewed', one],
    ['viewed', other],
  ]);
  await say(visitor, 'without', one);
  expect(await historyOf(visitor)).toEqual([['viewed', other]]);
  await visitor.send('DELETE', '/me/recommendation-preferences');
  expect(await historyOf(visitor)).toEqual([]);
  expect(await feedbackOf(visitor)).toEqual([]);
});

test('a log-in moves feedback to the account, where the newest opinion wins', async () => {
  const member = await createMember(shop);
  const [one, other] = (await someProducts(2, 6)).map(({ product_id }) => product_id);
  await say(member, 'like', one);
  const visitor = createShopper(shop.app);
  await say(visitor, 'hide', one);
  await say(visitor, 'like', other);
  await visitor.send('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
    set_cookies: true,
  });
  expect((await feedbackOf(member)).toSorted()).toEqual([
    ['hide', one],
    ['like', other],
  ]);
  expect(await countOf(sql`feedback where visitor_id is not null and product_id in (${one}, ${other})`)).toBe(
    0,
  );
});

test('a log-in moves an opinion about another option, and none to a member who opted out', async () => {
  const member = await createMember(shop);
  const [one, other] = (await someProducts(2, 22)).map(({ product_id }) => product_id);
  await groupProducts(shop.db, [one, other]);
  await say(member, 'hide', one);
  const logIn = async (kind: string) => {
    const visitor = createShopper(shop.app);
    await say(visitor, kind, other);
    await visitor.send('POST', '/auth/login', { email: member.email, password: goodPassword });
  };
  await logIn('like');
  expect(await feedbackOf(member)).toEqual([['like', other]]);
  await member.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  await logIn('hide');
  expect(await countOf(sql`feedback where product_id in (${one}, ${other})`)).toBe(0);
});

const countOf = async (what: ReturnType<typeof sql>) =>
  (await shop.db.execute<{ count: number }>(sql`select count(*)::int as count from ${what}`)).rows[0].count;

async function expectOptOut(person: Person, isTheirs: (column: string) => ReturnType<typeof sql>) {
  const [one, other] = (await someProducts(2, 10)).map(({ product_id }) => product_id);
  await view(person, one);
  await say(person, 'hide', other);
  await shelf(person);
  await expect.poll(() => countOf(sql`exposures where ${isTheirs('exposures')}`)).toBeGreaterThan(0);
  const { body } = await person.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  expect(body).toEqual({ is_opted_out: true });
  const stranger = createShopper(shop.app);
  expect(await shelf(person)).toEqual(await shelf(stranger));
  expect(await historyOf(person)).toEqual([]);
  expect((await say(person, 'like', one)).body.code).toBe('opted-out');
  for (const table of ['events', 'feedback', 'exposures'])
    expect(await countOf(sql`${sql.identifier(table)} where ${isTheirs(table)}`), table).toBe(0);
  await person.send('PATCH', '/me/recommendation-preferences', { is_opted_out: false });
  await view(person, one);
  expect(await historyOf(person)).toEqual([['viewed', one]]);
}

test('an opted-out visitor gets the same shelves as everybody, and the tables hold nothing of them', async () => {
  const visitor = createShopper(shop.app);
  await view(visitor, 1);
  await expectOptOut(visitor, () => sql`visitor_id = ${visitor.cookies.get('kindred_visitor')!}::uuid`);
});

test('an opted-out member gets the same shelves as everybody, also in another browser', async () => {
  const member: Member = await createMember(shop);
  await expectOptOut(member, () => sql`user_id = ${member.userId}`);
});

test('removing, resetting and opting out reach what a member did on other devices, before the log-in too', async () => {
  const member = await createMember(shop);
  const phone = createShopper(shop.app);
  const [one, other] = (await someProducts(2, 14)).map(({ product_id }) => product_id);
  const onPhone = () =>
    countOf(sql`events where visitor_id = ${phone.cookies.get('kindred_visitor')!}::uuid`);
  await view(phone, one, other);
  await phone.send('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
    set_cookies: true,
  });
  await view(phone, one);
  expect(await onPhone()).toBe(3);
  await member.send('DELETE', `/me/recommendation-history/${one}`);
  expect(await onPhone()).toBe(1);
  await member.send('DELETE', '/me/recommendation-preferences');
  expect(await onPhone()).toBe(0);
  await view(phone, one);
  await member.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  expect(await onPhone()).toBe(0);
});

test('an opted-out member’s reviews do not count for a shelf that an administrator asks for', async () => {
  const { userId, send } = await createMember(shop);
  const [reviewed] = await shelf(createShopper(shop.app));
  await send('POST', `/products/${reviewed}/reviews`, { rating: 1, text: 'No' });
  const admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  expect(await shelf(admin, `limit=40&user_id=${userId}`)).not.toContain(reviewed);
  await send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  expect(await shelf(admin, `limit=40&user_id=${userId}`)).toEqual(await shelf(createShopper(shop.app)));
});

test('feedback that a node accepts before it learns of the opt-out is rejected by the database', async () => {
  const member = await createMember(shop);
  // As on a node that was not notified.
  await shop.db.execute(sql`update users set opted_out_at = now() where user_id = ${member.userId}`);
  const [{ product_id }] = await someProducts(1);
  expect((await say(member, 'like', product_id)).body.code).toBe('opted-out');
  expect(await countOf(sql`feedback where user_id = ${member.userId}`)).toBe(0);
});

test('opting out deletes what the member did in another browser before the log-in, and a later log-in brings nothing back', async () => {
  const [{ product_id: productId }] = await someProducts(1);
  const member = await createMember(shop);
  const logInElsewhere = async () => {
    const browser = createShopper(shop.app);
    await view(browser, productId);
    await say(browser, 'hide', productId);
    const { email } = member;
    await browser.send('POST', '/auth/login', { email, password: goodPassword, set_cookies: true });
    const visitorId = browser.cookies.get('kindred_visitor')!;
    return (table: string) =>
      countOf(sql`${sql.identifier(table)} where user_id = ${member.userId} or visitor_id = ${visitorId}`);
  };
  const before = await logInElsewhere();
  await expect.poll(() => before('visitor_members')).toBe(1);
  expect(await before('events')).toBe(1);
  await member.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  expect(await before('events')).toBe(0);
  const after = await logInElsewhere();
  expect(await after('feedback')).toBe(0);
  expect(await after('visitor_members')).toBe(0);
});
