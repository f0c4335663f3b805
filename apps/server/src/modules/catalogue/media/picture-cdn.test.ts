import type { Cart, CategoryList, Product, Recommendations, ReviewList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { mailsTo, newEmail } from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { presentPicturesAt } from './picture-base.ts';

const cdn = 'https://cdn.test/shop';
const throughCdn = /^https:\/\/cdn\.test\/shop\/media\/pictures\/\d+\/\d+-[0-9a-f]{16}\.jpg$/;

let shop: TestShop;
let product: Product;
beforeAll(async () => {
  shop = await createTestShop({
    size: smallSize,
    env: { IMAGE_CDN_URL: `${cdn}/` },
  });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where price_minor is not null and on_hand > 3 order by product_id limit 1`);
  product = await shop.get<Product>(`/api/v1/products/${rows[0].product_id}`);
});
afterAll(() => shop.close());

test('every picture address in an answer of the API points to the CDN', async () => {
  expect(product.image_url).toMatch(throughCdn);
  expect(product.second_image_url).toMatch(throughCdn);
  for (const { url, large_url } of product.images)
    for (const address of [url, large_url]) expect(address).toMatch(throughCdn);

  // Twice, because the second answer comes from the cache.
  for (const _ of [1, 2])
    for (const { image_url } of (await shop.get<CategoryList>('/api/v1/categories')).items)
      expect(image_url ?? `${cdn}/media/pictures/1/1-0000000000000000.jpg`).toMatch(throughCdn);

  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    update reviews set photos = '{https://a.example/1.jpg}' where review_id = (select max(review_id) from reviews) returning product_id`);
  const reviews = await shop.get<ReviewList>(
    `/api/v1/products/${rows[0].product_id}/reviews?with_photos=true`,
  );
  expect(reviews.items[0].photos[0].url).toMatch(/^https:\/\/cdn\.test\/shop\/media\/pictures\/480\/r\d+-/);

  const { items } = await shop.get<Recommendations>('/api/v1/recommendations?context=trending');
  expect(items.length).toBeGreaterThan(0);
  for (const { product } of items) expect(product.image_url).toMatch(throughCdn);

  const shopper = createShopper(shop.app);
  const checkout = await shopper.fillCheckout([{ productId: product.product_id, quantity: 1 }]);
  expect(checkout.lines[0].image_url).toMatch(throughCdn);
  const { body: cart } = await shopper.send<Cart>('GET', '/cart');
  expect(cart.items[0].product.image_url).toMatch(throughCdn);
});

test('picture addresses in mails point to the CDN too, in a format that every mail program shows', async () => {
  const email = newEmail();
  const shopper = createShopper(shop.app, { email });
  const checkout = await shopper.fillCheckout([{ productId: product.product_id, quantity: 1 }]);
  expect((await shopper.confirm(checkout)).status).toBeLessThan(300);
  const [mail] = (await mailsTo(shop.db, email)) as unknown as {
    data: { order: { lines: { picture: string }[] } };
  }[];
  const { picture } = mail.data.order.lines[0];
  expect(picture).toMatch(throughCdn);
  expect(picture).toContain('/160/');
  const { headers } = await shop.app.inject({ url: picture.replace(cdn, '') });
  expect(headers['content-type']).toBe('image/jpeg');
});

test('the shop serves pictures to the CDN, and pages may show them from there', async () => {
  const { statusCode, headers } = await shop.app.inject({ url: product.image_url!.replace(cdn, '') });
  expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  const page = await shop.app.inject({ url: '/api/v1/categories' });
  expect(page.headers['content-security-policy']).toContain("img-src 'self' data: https://cdn.test;");
});

test('changes addresses of pictures and nothing else', async () => {
  const answer = {
    text: '/media/pictures/480/1-0000000000000000.jpg',
    items: [{ url: '/orders/1', image_url: null, large_url: '/images/lamp.jpg', at: new Date(0) }],
  };
  const hook = presentPicturesAt(cdn) as unknown as (...args: unknown[]) => Promise<unknown>;
  const before = structuredClone(answer);
  expect(await hook(undefined, undefined, answer)).toEqual(answer);
  expect(answer).toEqual(before);
});
