import type { Review } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { photosOfReviews, shownPhotos } from './review-photos.ts';

const photo = (n: number) => ({ url: `/${n}.jpg`, large_url: `/${n}-large.jpg` });
const review = (author: string, photos: number[]): Review => ({
  review_id: author,
  author,
  rating: 5,
  title: '',
  text: '',
  photos: photos.map(photo),
  reviewed_at: '2026-01-01T00:00:00Z',
  helpful_votes: 0,
  verified_purchase: true,
  variant: null,
});

test('says whose review a photo is from, and which of several it is', () => {
  const alts = (author: string, photos: number[]) =>
    photosOfReviews([review(author, photos)]).map(({ alt }) => alt);
  expect(alts('Anna K.', [1, 2])).toEqual([
    'Photo 1 of 2 from Anna K.’s review',
    'Photo 2 of 2 from Anna K.’s review',
  ]);
  expect(alts('A shopper', [1])).toEqual(['Photo from a shopper’s review']);
  expect(alts('Jonas', [1])).toEqual(['Photo from Jonas’ review']);
  expect(shownPhotos([photo(1)], 'your')[0]?.alt).toBe('Photo from your review');
});

test('keeps the order of the reviews and each photo with its review', () => {
  const reviews = [review('Ada L.', [1]), review('Bo M.', []), review('Cy N.', [2, 3])];
  expect(photosOfReviews(reviews).map(({ url, review }) => [url, review.author])).toEqual([
    ['/1.jpg', 'Ada L.'],
    ['/2.jpg', 'Cy N.'],
    ['/3.jpg', 'Cy N.'],
  ]);
  expect(photosOfReviews(reviews, 2)).toHaveLength(2);
});
