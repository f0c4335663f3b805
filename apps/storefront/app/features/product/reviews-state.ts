/** @file Which reviews a product's page shows, as its address says. */
import type { ReviewQuery } from '@kindred/contracts';

export interface ReviewsState {
  stars: number | undefined;
  /** Words that each review has. */
  words: string | undefined;
  /** Only reviews with photos. */
  withPhotos: boolean;
  sort: 'helpful' | 'newest';
  cursor: string | undefined;
}

/** The most characters of the searched words. */
export const wordsAtMost = 80;

export function parseReviews(search: URLSearchParams): ReviewsState {
  const stars = Number(search.get('stars'));
  const words = (search.get('reviews_q') ?? '').trim().replace(/\s+/g, ' ').slice(0, wordsAtMost);
  const cursor = search.get('reviews_cursor') ?? '';
  return {
    stars: Number.isInteger(stars) && stars >= 1 && stars <= 5 ? stars : undefined,
    words: words === '' ? undefined : words,
    withPhotos: search.get('reviews_photos') === '1',
    sort: search.get('reviews_sort') === 'newest' ? 'newest' : 'helpful',
    cursor: cursor !== '' && cursor.length <= 500 ? cursor : undefined,
  };
}

export function reviewsSearch({ stars, words, withPhotos, sort, cursor }: ReviewsState): string {
  const search = new URLSearchParams();
  if (words !== undefined) search.set('reviews_q', words);
  if (stars !== undefined) search.set('stars', String(stars));
  if (withPhotos) search.set('reviews_photos', '1');
  if (sort !== 'helpful') search.set('reviews_sort', sort);
  if (cursor !== undefined) search.set('reviews_cursor', cursor);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export function toReviewQuery(
  { stars, words, withPhotos, sort, cursor }: ReviewsState,
  limit: number,
): ReviewQuery {
  return {
    sort,
    limit,
    ...(stars !== undefined && { rating: stars }),
    ...(words !== undefined && { q: words }),
    ...(withPhotos && { with_photos: true }),
    ...(cursor !== undefined && { cursor }),
  };
}
