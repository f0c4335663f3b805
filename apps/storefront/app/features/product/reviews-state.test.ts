import { expect, test } from 'vitest';
import { parseReviews, reviewsSearch, toReviewQuery } from './reviews-state.ts';

const parse = (query: string) => parseReviews(new URLSearchParams(query));

test('keeps an address that is read and written again', () => {
  const query = '?reviews_q=handle+breaks&stars=5&reviews_photos=1&reviews_sort=newest&reviews_cursor=abc';
  expect(reviewsSearch(parse(query))).toBe(query);
  expect(toReviewQuery(parse(query), 6)).toEqual({
    rating: 5,
    q: 'handle breaks',
    with_photos: true,
    sort: 'newest',
    cursor: 'abc',
    limit: 6,
  });
});

test('leaves out invalid values', () => {
  expect(
    reviewsSearch(parse('stars=7&reviews_photos=yes&reviews_sort=worst&reviews_cursor=&reviews_q=++')),
  ).toBe('');
  expect(parse(`reviews_q=${'a'.repeat(500)}`).words).toHaveLength(80);
});
