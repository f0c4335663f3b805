import type {
  ModeratedReview,
  ModerationList,
  OwnReview,
  OwnReviewList,
  OwnReviewVotes,
  Problem,
  Product,
  ProductList,
  ReviewableList,
  ReviewList,
} from '@kindred/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signApiToken } from '../../../platform/http/api-token.ts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { isSomebodyWaiting } from '../../../testing/postgres/lock-waits.ts';
import { createTestShop, secret, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let productIds: number[];

beforeAll(async () => {
  shop = await createTestShop();
  const { items } = await shop.get<ProductList>('/api/v1/products?sort=popularity&limit=12');
  productIds = items.map(({ product_id }) => product_id);
});
afterAll(() => shop.close());

interface Person {
  readonly userId: string;
  send<Body = OwnReview & Pick<Problem, 'code'>>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Body }>;
}

async function person(
  userId: string,
  { isVerified = true, isAdmin = false, bought = [] as number[] } = {},
): Promise<Person> {
  await shop.db.execute(sql`
    insert into users (user_id, first_name, last_name, email, email_verified_at)
    values (${userId}, ${userId}, 'Öberg', ${`${userId}@shop.test`}, ${isVerified ? sql`now()` : sql`null`})`);
  for (const productId of bought) await buy(userId, productId);
  const token = await signApiToken({ secret, caller: { userId, isAdmin }, lifetimeSeconds: 600 });
  return {
    userId,
    async send<Body>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
      const answer = await shop.app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}` },
        ...(body && { payload: body }),
      });
      return {
        status: answer.statusCode,
        body: (answer.body === '' ? undefined : answer.json()) as Body,
      };
    },
  };
}

async function buy(
  userId: string,
  productId: number,
  { status = 'Completed', paymentStatus = 'paid' } = {},
): Promise<void> {
  await shop.db.execute(sql`
    with placed as (
      insert into orders (user_id, total_price_minor, currency, status, payment_status, cancelled_because)
      values (${userId}, 100, 'USD', ${status}, ${paymentStatus}, ${status === 'Cancelled' ? 'test' : null}) returning order_id)
    insert into order_lines (order_id, product_id, title, unit_price_minor, quantity)
    select order_id, ${productId}::int, 'x', 100, 1 from placed`);
}

async function totals(productId: number): Promise<{ count: number; stars: number }> {
  const { rating_count, average_rating } = await shop.get<Product>(`/api/v1/products/${productId}`);
  return { count: rating_count, stars: (average_rating ?? 0) * rating_count };
}

function reviewsOf(productId: number): Promise<ReviewList> {
  return shop.get<ReviewList>(`/api/v1/products/${productId}/reviews?sort=newest`);
}

const html = { rating: 4, title: ' Good <b>thing</b> ', text: '<script>alert(1)</script>' };

test('shows a buyer’s review immediately, as plain text, with a shortened name', async () => {
  const [productId] = productIds;
  const ada = await person('ada', { bought: [productId] });
  const before = await totals(productId);
  const path = `/products/${productId}/reviews`;
  const claims = { status: 'published', verified_purchase: true, helpful_votes: 99 };
  expect((await ada.send('POST', path, { ...html, ...claims })).status).toBe(400);
  const { status, body } = await ada.send('POST', path, html);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...html,
    title: 'Good <b>thing</b>',
    status: 'published',
    verified_purchase: true,
    helpful_votes: 0,
  });
  const { items, total } = await reviewsOf(productId);
  expect(items[0]).toMatchObject({ author: 'ada Ö.', text: '<script>alert(1)</script>', rating: 4 });
  const after = await totals(productId);
  expect(after.count).toBe(before.count + 1);
  expect(total).toBe(after.count);
  expect(after.stars).toBeCloseTo(before.stars + 4, 6);
});

test('a second review replaces the first; the mean is right after each change and after the deletion', async () => {
  const productId = productIds[1];
  const bo = await person('bo', { bought: [productId] });
  const before = await totals(productId);
  const first = await bo.send('POST', `/products/${productId}/reviews`, { rating: 1 });
  const second = await bo.send('POST', `/products/${productId}/reviews`, {
    rating: 5,
    text: 'Changed my mind',
  });
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.review_id).toBe(first.body.review_id);
  const path = `/me/reviews/${first.body.review_id}`;
  const changed = await bo.send('PATCH', path, { rating: 2 });
  expect(changed.body).toMatchObject({ rating: 2, text: 'Changed my mind' });
  expect((await totals(productId)).count).toBe(before.count + 1);
  expect((await totals(productId)).stars).toBeCloseTo(before.stars + 2, 6);

  const mine = await bo.send<OwnReviewList>('GET', '/me/reviews');
  expect(mine.body.items).toMatchObject([
    { review_id: first.body.review_id, product: { product_id: productId } },
  ]);

  expect((await bo.send('DELETE', path)).status).toBe(204);
  expect((await bo.send('DELETE', path)).body.code).toBe('review-not-found');
  const after = await totals(productId);
  expect(after.count).toBe(before.count);
  expect(after.stars).toBeCloseTo(before.stars, 6);
});

test('neither shows nor counts a review that waits for a moderator', async () => {
  const productId = productIds[2];
  const cy = await person('cy');
  const admin = await person('moderator', { isAdmin: true });
  const before = await totals(productId);
  const { body } = await cy.send('POST', `/products/${productId}/reviews`, { rating: 1, text: 'Hm' });
  expect(body).toMatchObject({ status: 'pending', verified_purchase: false });
  const shown = async () =>
    (await reviewsOf(productId)).items.some(({ review_id }) => review_id === body.review_id);
  expect(await shown()).toBe(false);
  expect((await reviewsOf(productId)).total).toBe(before.count);
  expect(await totals(productId)).toEqual(before);

  expect((await cy.send('GET', '/admin/reviews')).body.code).toBe('admin-only');
  expect((await cy.send('POST', `/admin/reviews/${body.review_id}/publish`)).status).toBe(403);
  await shop.db.execute(sql`
    update reviews set photos = '{https://a.example/1.jpg}' where review_id = ${body.review_id}::bigint`);
  const waiting = await admin.send<ModerationList>('GET', '/admin/reviews?status=pending');
  const seen = waiting.body.items.find(({ review_id }) => review_id === body.review_id);
  expect(seen?.photos).toHaveLength(1);

  for (let twice = 0; twice < 2; twice++)
    await admin.send<ModeratedReview>('POST', `/admin/reviews/${body.review_id}/publish`);
  expect(await shown()).toBe(true);
  expect((await totals(productId)).count).toBe(before.count + 1);

  const note = 'Please say why.';
  const rejected = await admin.send<ModeratedReview>('POST', `/admin/reviews/${body.review_id}/reject`, {
    note,
  });
  expect(rejected.body).toMatchObject({
    status: 'rejected',
    moderated_by: 'moderator',
    moderation_note: note,
    photos: [],
  });
  expect(await shown()).toBe(false);
  expect((await totals(productId)).stars).toBeCloseTo(before.stars, 6);

  await buy('cy', productId);
  const again = await cy.send('PATCH', `/me/reviews/${body.review_id}`, { text: 'It fell apart.' });
  expect(again.body).toMatchObject({
    status: 'pending',
    verified_purchase: true,
    moderation_note: null,
    photos: seen?.photos,
  });
});

test.each([
  ['was cancelled', { status: 'Cancelled', paymentStatus: 'paid' }],
  ['is not paid', { status: 'Pending', paymentStatus: 'pending' }],
  ['was paid back', { status: 'Completed', paymentStatus: 'refunded' }],
])('an order that %s does not count as a purchase', async (reason, order) => {
  const productId = productIds[3];
  const dee = await person(`dee ${reason}`.replaceAll(' ', '-'));
  await buy(dee.userId, productId, order);
  const { body } = await dee.send('POST', `/products/${productId}/reviews`, { rating: 5 });
  expect(body).toMatchObject({ verified_purchase: false, status: 'pending' });
});

test('requires a confirmed email address, a log-in and a valid review', async () => {
  const eve = await person('eve', { isVerified: false });
  const path = `/products/${productIds[0]}/reviews`;
  const refused = await eve.send('POST', path, { rating: 5 });
  expect([refused.status, refused.body.code]).toEqual([403, 'verify-your-email']);
  const nobody = await shop.app.inject({ method: 'POST', url: `/api/v1${path}`, payload: { rating: 5 } });
  expect(nobody.statusCode).toBe(401);
  for (const wrong of [
    { rating: 6 },
    { rating: 4.5 },
    { rating: 1, title: 'x'.repeat(201) },
    { rating: 1, text: 'x'.repeat(5_001) },
  ])
    expect((await eve.send('POST', path, wrong)).status).toBe(400);
  const fay = await person('fay');
  expect((await fay.send('POST', '/products/2147483000/reviews', { rating: 5 })).status).toBe(404);
});

test('a user who is erased while they write leaves no review', async () => {
  const { userId, send } = await person('leaver');
  let writing: Promise<{ body: Pick<Problem, 'code'> }> | undefined;
  await withTransaction(shop.db, async (tx) => {
    await tx.execute(sql`select from users where user_id = ${userId} for update`);
    writing = send<Problem>('POST', `/products/${productIds[0]}/reviews`, { rating: 4 });
    await vi.waitFor(async () => expect(await isSomebodyWaiting(shop.db)).toBe(true));
    await tx.execute(sql`
      update users set erased_at = now(), first_name = null, last_name = null, email = null, email_verified_at = null
      where user_id = ${userId}`);
  });
  expect((await writing)?.body.code).toBe('account-gone');
  expect((await shop.db.execute(sql`select from reviews where user_id = ${userId}`)).rows).toEqual([]);
});

test('a user can neither change nor delete another user’s review', async () => {
  const productId = productIds[4];
  const gil = await person('gil', { bought: [productId] });
  const hal = await person('hal');
  const { body } = await gil.send('POST', `/products/${productId}/reviews`, { rating: 5 });
  for (const method of ['PATCH', 'DELETE'] as const) {
    const answer = await hal.send(
      method,
      `/me/reviews/${body.review_id}`,
      method === 'PATCH' ? { rating: 1 } : undefined,
    );
    expect([answer.status, answer.body.code]).toEqual([404, 'review-not-found']);
  }
});

test('counts one vote per user, and none on one’s own review', async () => {
  const productId = productIds[5];
  const ida = await person('ida', { bought: [productId] });
  const { body } = await ida.send('POST', `/products/${productId}/reviews`, { rating: 5 });
  const path = `/products/${productId}/reviews/${body.review_id}/helpful`;
  expect((await ida.send('POST', path)).body.code).toBe('own-review');
  const voters = await Promise.all(['jo', 'kim', 'lou'].map((name) => person(name)));
  await Promise.all([...voters, ...voters].map((voter) => voter.send('POST', path)));
  expect((await voters[0].send('POST', path)).body).toEqual({ is_helpful: true, helpful_votes: 3 });
  await Promise.all([voters[1], voters[1]].map((voter) => voter.send('DELETE', path)));
  expect((await voters[1].send('DELETE', path)).body).toEqual({ is_helpful: false, helpful_votes: 2 });
  const elsewhere = `/products/${productIds[6]}/reviews/${body.review_id}/helpful`;
  expect((await voters[0].send('POST', elsewhere)).status).toBe(404);
});

test('lists the reviews of a product that the user marked as helpful', async () => {
  const productId = productIds[10];
  const [author, voter] = [await person('author'), await person('voter')];
  const { body } = await author.send('POST', `/products/${productId}/reviews`, { rating: 4 });
  await shop.db.execute(
    sql`update reviews set status = 'published' where review_id = ${body.review_id}::bigint`,
  );
  const voted = async () =>
    (await voter.send<OwnReviewVotes>('GET', `/me/review-votes?product_id=${productId}`)).body.review_ids;
  expect(await voted()).toEqual([]);
  await voter.send('POST', `/products/${productId}/reviews/${body.review_id}/helpful`);
  expect(await voted()).toEqual([body.review_id]);
  expect((await voter.send<OwnReviewVotes>('GET', '/me/review-votes?product_id=1')).body.review_ids).toEqual(
    [],
  );
});

test('lists a delivered product as reviewable until it has a review', async () => {
  const reader = await person('reader');
  const [early, late, onItsWay, cancelled] = productIds;
  const deliver = (productId: number, deliveredAt: string | null, status = 'Pending') =>
    shop.db.execute(sql`
      with placed as (
        insert into orders (user_id, total_price_minor, currency, status, payment_status, cancelled_because)
        values ('reader', 100, 'USD', ${status}, 'paid', ${status === 'Cancelled' ? 'test' : null}) returning order_id),
      line as (
        insert into order_lines (order_id, product_id, title, unit_price_minor, quantity)
        select order_id, ${productId}::int, 'x', 100, 1 from placed),
      parcel as (
        insert into shipments (order_id, shipped_at, delivered_at)
        select order_id, '2026-01-01T00:00:00Z', ${deliveredAt}::timestamptz from placed
        returning shipment_id, order_id)
      insert into shipment_lines (shipment_id, order_id, product_id, quantity)
      select shipment_id, order_id, ${productId}::int, 1 from parcel`);
  await deliver(early, '2026-01-02T10:00:00Z');
  await deliver(late, '2026-02-02T10:00:00Z');
  await deliver(early, '2026-01-03T10:00:00Z');
  await deliver(onItsWay, null);
  await deliver(cancelled, '2026-03-02T10:00:00Z', 'Cancelled');
  const waiting = async () =>
    (await reader.send<ReviewableList>('GET', '/me/reviewable')).body.items.map(
      ({ product, delivered_at }) => [product.product_id, delivered_at],
    );
  expect(await waiting()).toEqual([
    [late, '2026-02-02T10:00:00.000Z'],
    [early, '2026-01-03T10:00:00.000Z'],
  ]);
  expect((await reader.send<ReviewableList>('GET', '/me/reviewable?limit=1')).body).toMatchObject({
    items: [{}],
    total: 2,
  });
  const { body } = await reader.send('POST', `/products/${late}/reviews`, { rating: 5 });
  expect(body).toMatchObject({ verified_purchase: true, status: 'published' });
  expect(await waiting()).toEqual([[early, '2026-01-03T10:00:00.000Z']]);
  const mine = await reader.send<OwnReviewList>('GET', `/me/reviews?product_id=${late}`);
  expect(mine.body.items).toMatchObject([{ review_id: body.review_id }]);
  expect((await reader.send<OwnReviewList>('GET', `/me/reviews?product_id=${early}`)).body.items).toEqual([]);
});

test('twenty concurrent reviews leave the count and the mean right', async () => {
  const productId = productIds[7];
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, index) => person(`crowd-${index}`, { bought: [productId] })),
  );
  const before = await totals(productId);
  const rate = (by: (index: number) => number) =>
    Promise.all(
      people.map((one, index) => one.send('POST', `/products/${productId}/reviews`, { rating: by(index) })),
    );
  const statuses = (await rate((index) => 1 + (index % 5))).map(({ status }) => status);
  expect(statuses).toEqual(people.map(() => 201));
  const between = await totals(productId);
  expect(between.count).toBe(before.count + 20);
  expect(between.stars).toBeCloseTo(before.stars + 60, 6);
  await rate((index) => 5 - (index % 2));
  const after = await totals(productId);
  expect(after.count).toBe(before.count + 20);
  expect(after.stars).toBeCloseTo(before.stars + 90, 6);
  const { total, average_rating } = await reviewsOf(productId);
  expect(total).toBe(after.count);
  expect(average_rating).toBeCloseTo(after.stars / after.count, 10);
});

test('a product that was imported with many ratings keeps them', async () => {
  const productId = productIds[8];
  await shop.db.execute(
    sql`update products set meta_rating_count = 5000, meta_average_rating = 4 where product_id = ${productId}`,
  );
  const max = await person('max', { bought: [productId] });
  const { body } = await max.send('POST', `/products/${productId}/reviews`, { rating: 1 });
  expect((await totals(productId)).count).toBe(5001);
  expect((await totals(productId)).stars).toBeCloseTo(20_001, 6);
  await max.send('DELETE', `/me/reviews/${body.review_id}`);
  expect((await totals(productId)).stars).toBeCloseTo(20_000, 6);
});

test('a product has a mean from its first review until its last one is deleted', async () => {
  const productId = productIds[9];
  await shop.db.execute(sql`delete from reviews where product_id = ${productId}`);
  await shop.db.execute(
    sql`update products set meta_rating_count = 0, meta_average_rating = null where product_id = ${productId}`,
  );
  const ned = await person('ned', { bought: [productId] });
  const { body } = await ned.send('POST', `/products/${productId}/reviews`, { rating: 3 });
  expect(await shop.get<Product>(`/api/v1/products/${productId}`)).toMatchObject({
    rating_count: 1,
    average_rating: 3,
  });
  await ned.send('DELETE', `/me/reviews/${body.review_id}`);
  expect(await shop.get<Product>(`/api/v1/products/${productId}`)).toMatchObject({
    rating_count: 0,
    average_rating: null,
  });
});
