import type { Review, ReviewList } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import {
  classNames,
  EmptyState,
  FilterChip,
  Grid,
  Link,
  LinkButton,
  LoadMore,
  RatingHistogram,
  Stars,
  VerifiedIcon,
} from '@kindred/ui';
import { HelpfulVote } from '../reviews/helpful-vote.tsx';
import { type ReviewsState, reviewsSearch } from './reviews-state.ts';
import { useMoreReviews } from './use-more-reviews.ts';

interface ReviewsSectionProps {
  reviews: ReviewList;
  state: ReviewsState;
  /** The product's page. */
  path: string;
  productId: number;
  mine: OwnReviewing;
}

/** The visitor's own review and votes for a product. */
export interface OwnReviewing {
  reviewId: string | undefined;
  votedIds: readonly string[];
}

export function ReviewsSection({ reviews, state, path, productId, mine }: ReviewsSectionProps) {
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
          <p className="flex items-end gap-3">
            <span className="font-semibold text-display tabular-nums">{average_rating.toFixed(1)}</span>
            <span className="pb-1.5">
              <Stars value={average_rating} />
              <span className="mt-1 block text-ink-muted text-sm">
                {count.toLocaleString('en-US')} {count === 1 ? 'review' : 'reviews'}
              </span>
            </span>
          </p>
          <div className="mt-5 max-w-md">
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
        <div className="mb-2 flex min-h-11 flex-wrap items-center justify-between gap-3 border-line border-b pb-3">
          {state.stars === undefined ? (
            <p className="text-ink-muted text-sm">All reviews</p>
          ) : (
            <FilterChip
              label={state.stars === 1 ? '1 star' : `${state.stars} stars`}
              removeHref={hrefOf({ ...state, stars: undefined, cursor: undefined })}
            />
          )}
          <nav aria-label="Sort reviews" className="flex gap-4 text-sm">
            {(['helpful', 'newest'] as const).map((sort) => (
              <Link
                key={sort}
                keepsScroll
                href={hrefOf({ ...state, sort, cursor: undefined })}
                aria-current={sort === state.sort ? 'true' : undefined}
                className={classNames(
                  'py-2 underline-offset-8',
                  sort === state.sort ? 'font-medium underline' : 'text-ink-muted hover:text-ink',
                )}
              >
                {sort === 'helpful' ? 'Most helpful' : 'Newest'}
              </Link>
            ))}
          </nav>
        </div>
        {reviews.items.length === 0 ? (
          <EmptyState title="No reviews with this rating" />
        ) : (
          <GrowingReviews
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

interface GrowingReviewsProps extends ReviewsSectionProps {
  href: (cursor: string) => string;
}

function GrowingReviews({ reviews, state, path, productId, mine, href }: GrowingReviewsProps) {
  const { items, nextCursor, isLoading, loadMore } = useMoreReviews(reviews, state, path);
  return (
    <>
      <ul>
        {items.map((review) => (
          <li key={review.review_id} className="border-line border-b py-6 last:border-0">
            <ReviewText review={review} productId={productId} mine={mine} />
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <LoadMore
          href={href(nextCursor)}
          shown={state.cursor === undefined ? items.length : undefined}
          total={reviews.total}
          noun="reviews"
          isLoading={isLoading}
          onLoadMore={loadMore}
        />
      )}
    </>
  );
}

interface ReviewTextProps {
  review: Review;
  productId: number;
  mine: OwnReviewing;
}

function ReviewText({ review, productId, mine }: ReviewTextProps) {
  return (
    <article>
      <div className="flex items-center gap-3">
        <span className="sr-only">{review.rating} out of 5 stars</span>
        <Stars value={review.rating} className="h-3.5" />
        {review.title !== '' && (
          <h3 className="min-w-0 font-medium [overflow-wrap:anywhere]">{review.title}</h3>
        )}
      </div>
      {review.text !== '' && (
        <p className="mt-2 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{review.text}</p>
      )}
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs">
        <span>{review.author}</span>
        <time dateTime={review.reviewed_at}>{dayText(review.reviewed_at)}</time>
        {review.variant && <span>{review.variant}</span>}
        {review.verified_purchase && (
          <span className="inline-flex items-center gap-1 text-accent">
            <VerifiedIcon size={14} aria-hidden="true" />
            Verified purchase
          </span>
        )}
      </p>
      <div className="-ml-3 mt-1">
        {review.review_id === mine.reviewId ? (
          <Link
            href={`/p/${productId}/-/review`}
            className="inline-flex min-h-11 items-center px-3 text-sm underline underline-offset-4"
          >
            Edit your review
          </Link>
        ) : (
          <HelpfulVote
            productId={productId}
            reviewId={review.review_id}
            reviewName={review.title || `review by ${review.author}`}
            votes={review.helpful_votes}
            isMine={mine.votedIds.includes(review.review_id)}
          />
        )}
      </div>
    </article>
  );
}

function WriteReview({ productId, hasWritten }: { productId: number; hasWritten: boolean }) {
  return (
    <LinkButton href={`/p/${productId}/-/review`} variant="secondary">
      {hasWritten ? 'Edit your review' : 'Write a review'}
    </LinkButton>
  );
}
