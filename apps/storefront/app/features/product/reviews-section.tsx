import type { ReviewList as Reviews } from '@kindred/contracts';
import { EmptyState, Grid, LinkButton, RatingHistogram, Stars } from '@kindred/ui';
import { PhotoRow } from '../reviews/photo-row.tsx';
import type { PhotoOfReview } from '../reviews/review-photos.ts';
import { type OwnReviewing, ReviewList } from './review-list.tsx';
import { type ReviewsState, reviewsSearch } from './reviews-state.ts';
import { ReviewsToolbar } from './reviews-toolbar.tsx';

interface ReviewsSectionProps {
  reviews: Reviews;
  /** Photos from the reviews, the most helpful first. */
  photos: readonly PhotoOfReview[];
  state: ReviewsState;
  /** The product's page. */
  path: string;
  productId: number;
  mine: OwnReviewing;
}

export function ReviewsSection({ reviews, photos, state, path, productId, mine }: ReviewsSectionProps) {
  const { average_rating, histogram } = reviews;
  const count = histogram.reduce((sum, one) => sum + one, 0);
  const hrefOf = (next: ReviewsState) => `${path}${reviewsSearch(next)}#reviews`;

  if (count === 0 || average_rating === null)
    return (
      <EmptyState
        title="No reviews yet"
        actions={<WriteReview productId={productId} hasWritten={mine.reviewId !== undefined} />}
      >
        {mine.reviewId === undefined && 'Be the first to review this product.'}
      </EmptyState>
    );

  return (
    <Grid className="gap-y-10">
      <div className="col-span-full lg:col-span-4 lg:pr-8">
        <div className="lg:sticky lg:top-24">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold text-xl tabular-nums">{average_rating.toFixed(1)}</span>
            <Stars value={average_rating} />
            <span className="text-ink-muted text-sm">
              {count.toLocaleString('en-US')} {count === 1 ? 'review' : 'reviews'}
            </span>
          </p>
          <div className="mt-4 max-w-md">
            <RatingHistogram
              counts={histogram}
              selected={state.stars}
              hrefOf={(stars) =>
                hrefOf({ ...state, cursor: undefined, stars: stars === state.stars ? undefined : stars })
              }
            />
          </div>
          <div className="mt-6">
            <WriteReview productId={productId} hasWritten={mine.reviewId !== undefined} />
          </div>
        </div>
      </div>
      <div className="col-span-full lg:col-span-8">
        {photos.length > 0 && (
          <div className="mb-8">
            <h3 className="mb-2 font-medium">Photos from reviews</h3>
            <PhotoRow label="Photos from reviews" photos={photos} size="large" />
          </div>
        )}
        <ReviewsToolbar
          state={state}
          total={reviews.total}
          withPhotos={reviews.with_photos}
          path={path}
          hrefOf={hrefOf}
        />
        {reviews.items.length === 0 ? (
          <NoReviews state={state} hrefOf={hrefOf} />
        ) : (
          <ReviewList
            key={`${path}${reviewsSearch(state)}`}
            reviews={reviews}
            state={state}
            path={path}
            productId={productId}
            mine={mine}
            href={(cursor) => hrefOf({ ...state, cursor })}
          />
        )}
      </div>
    </Grid>
  );
}

function NoReviews({ state, hrefOf }: { state: ReviewsState; hrefOf: (state: ReviewsState) => string }) {
  const all: ReviewsState = {
    ...state,
    stars: undefined,
    words: undefined,
    withPhotos: false,
    cursor: undefined,
  };
  const photos = state.withPhotos ? ' with photos' : '';
  const title =
    state.words === undefined ? `No reviews${photos} with this rating` : `No review${photos} has these words`;
  return (
    <EmptyState
      title={title}
      actions={
        <LinkButton href={hrefOf(all)} keepsScroll variant="secondary">
          Show all reviews
        </LinkButton>
      }
    >
      {state.words !== undefined && state.stars !== undefined && 'Other ratings may have some.'}
    </EmptyState>
  );
}

function WriteReview({ productId, hasWritten }: { productId: number; hasWritten: boolean }) {
  return (
    <LinkButton href={`/p/${productId}/-/review`} variant="secondary">
      {hasWritten ? 'Edit your review' : 'Write a review'}
    </LinkButton>
  );
}
