import type { Review } from '@kindred/contracts';

export interface ShownPhoto {
  url: string;
  largeUrl: string;
  alt: string;
}

/** A photo with the review that it belongs to. */
export interface PhotoOfReview extends ShownPhoto {
  review: Review;
}

/** `owner`: whose review it is. The shop knows no more about what a photo shows. */
export function shownPhotos(photos: Review['photos'], owner: string): ShownPhoto[] {
  return photos.map(({ url, large_url }, index) => ({
    url,
    largeUrl: large_url,
    alt: `Photo ${photos.length > 1 ? `${index + 1} of ${photos.length} ` : ''}from ${owner} review`,
  }));
}

/** The photos of several reviews, in their order. */
export function photosOfReviews(
  reviews: readonly Review[],
  most = Number.POSITIVE_INFINITY,
): PhotoOfReview[] {
  return reviews
    .flatMap((review) => shownPhotos(review.photos, ownerOf(review)).map((photo) => ({ ...photo, review })))
    .slice(0, most);
}

const ownerOf = ({ author }: Review): string =>
  author === 'A shopper' ? 'a shopper’s' : `${author}${author.endsWith('s') ? '’' : '’s'}`;
