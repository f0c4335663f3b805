import type { ProductList, Review, ReviewList } from '@kindred/contracts';
import { pictureAt } from '@kindred/shop-types';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { authorName } from './review.ts';

let shop: TestShop;
let path: string;
let count: number;

beforeAll(async () => {
  shop = await createTestShop();
  const { items } = await shop.get<ProductList>('/api/v1/products?sort=popularity&limit=1');
  path = `/api/v1/products/${items[0].product_id}/reviews`;
  count = items[0].rating_count;
});
afterAll(() => shop.close());

async function pages(query: string): Promise<Review[]> {
  const reviews: Review[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: ReviewList = await shop.get(`${path}?${query}${cursor && `&cursor=${cursor}`}`);
    reviews.push(...page.items);
    cursor = page.next_cursor;
  }
  return reviews;
}

test('the histogram counts all reviews and agrees with the product', async () => {
  const { total, histogram, average_rating } = await shop.get<ReviewList>(path);
  expect(total).toBe(count);
  expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(count);
  const stars = histogram.reduce((sum, n, index) => sum + n * (index + 1), 0);
  expect(average_rating).toBeCloseTo(stars / count, 10);
});

test.each([
  ['newest', (review: Review) => Date.parse(review.reviewed_at)],
  ['helpful', (review: Review) => review.helpful_votes],
])('pages sorted by %s contain each review once', async (sort, key) => {
  const reviews = await pages(`sort=${sort}&limit=7`);
  expect(new Set(reviews.map(({ review_id }) => review_id)).size).toBe(count);
  for (let index = 1; index < reviews.length; index++)
    expect(key(reviews[index - 1])).toBeGreaterThanOrEqual(key(reviews[index]));
});

test('filters by the number of stars', async () => {
  const { histogram } = await shop.get<ReviewList>(path);
  const reviews = await pages('rating=5&limit=50');
  expect(reviews).toHaveLength(histogram[4]);
  expect(reviews.every(({ rating }) => rating === 5)).toBe(true);
});

test('finds the reviews that have all words, in any case and order', async () => {
  const all = await pages('limit=50');
  const words = all
    .find(({ text }) => /\w{5,} \w{5,}/.test(text))!
    .text.match(/\w{5,}/g)!
    .slice(0, 2);
  const has = ({ title, text }: Review) =>
    words.every((word) => `${title} ${text}`.toLowerCase().includes(word.toLowerCase()));
  const q = encodeURIComponent(words.toReversed().join(' ').toUpperCase());
  const found = await pages(`q=${q}&limit=3`);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(({ review_id }) => review_id)).toEqual(all.filter(has).map(({ review_id }) => review_id));
  const { total, histogram } = await shop.get<ReviewList>(`${path}?q=${q}`);
  expect(total).toBe(found.length);
  expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(count);
});

test.each(['%', '_____', '\\'])('searches reviews for “%s” as it is', async (q) => {
  const { items } = await shop.get<ReviewList>(`${path}?q=${encodeURIComponent(q)}`);
  expect(items.every(({ title, text }) => `${title} ${text}`.includes(q))).toBe(true);
});

test('shows photos, finds the reviews that have some, and counts them', async () => {
  const { with_photos, items } = await shop.get<ReviewList>(`${path}?limit=4&sort=newest`);
  const [one, two, three, rejected] = items.map(({ review_id }) => review_id);
  const photos = (n: number) => Array.from({ length: n }, (_, at) => `https://a.example/${n}-${at}.jpg`);
  await shop.db.execute(sql`
    update reviews r set photos = new.photos, status = new.status::review_status
    from (values (${one}::bigint, ${photos(3)}::text[], 'published'), (${two}::bigint, ${photos(1)}::text[], 'published'),
      (${three}::bigint, '{}'::text[], 'published'), (${rejected}::bigint, ${photos(2)}::text[], 'rejected')) new (review_id, photos, status)
    where r.review_id = new.review_id`);
  onTestFinished(async () => {
    await shop.db.execute(sql`
      update reviews set photos = '{}', status = 'published' where review_id in (${one}::bigint, ${two}::bigint, ${three}::bigint, ${rejected}::bigint)`);
  });
  const had = items.filter((review) => review.photos.length > 0).length;

  const found = await pages('with_photos=true&limit=2&sort=newest');
  const expected = with_photos - had + 2;
  expect(found).toHaveLength(expected);
  expect(found.every((review) => review.photos.length > 0)).toBe(true);
  const first = found.find(({ review_id }) => review_id === one)!;
  expect(first.photos).toHaveLength(3);
  expect(new Set(first.photos.map(({ url }) => url)).size).toBe(3);
  for (const { url, large_url } of first.photos) {
    expect(url).toMatch(new RegExp(`^/media/pictures/480/r${one}-[0-9a-f]{16}\\.jpg$`));
    expect(pictureAt(url, 1600, 'jpg')).toBe(large_url);
  }
  const { total, histogram, ...narrowed } = await shop.get<ReviewList>(
    `${path}?with_photos=true&rating=${first.rating}`,
  );
  expect(narrowed.with_photos).toBe(expected);
  expect(total).toBe(found.filter(({ rating }) => rating === first.rating).length);
  expect(histogram.reduce((sum, n) => sum + n, 0)).toBe(count - 1);
  const word = encodeURIComponent(first.title.split(' ')[0]!);
  const named = await shop.get<ReviewList>(`${path}?with_photos=true&q=${word}&limit=50`);
  expect(named.total).toBe(named.items.length);
  expect(named.items.some(({ review_id }) => review_id === one)).toBe(true);
});

test('answers 404 for the reviews of a product that does not exist', async () => {
  expect((await shop.app.inject({ url: '/api/v1/products/2147483000/reviews' })).statusCode).toBe(404);
});

test('shortens the name of a reviewer', () => {
  expect(authorName({ firstName: 'Ada', lastName: 'Öberg' })).toBe('Ada Ö.');
  expect(authorName({ firstName: null, lastName: 'Öberg' })).toBe('A shopper');
});
