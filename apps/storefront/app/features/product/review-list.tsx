import type { Review, ReviewList as Reviews } from '@kindred/contracts';
import { Link, LoadMore, MarkedText } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { HelpfulVote } from '../reviews/helpful-vote.tsx';
import { PhotoRow } from '../reviews/photo-row.tsx';
import { ReviewFacts, ReviewHeading } from '../reviews/review-parts.tsx';
import { photosOfReviews } from '../reviews/review-photos.ts';
import type { ReviewsState } from './reviews-state.ts';
import { useMoreReviews } from './use-more-reviews.ts';
import { wordRanges } from './word-ranges.ts';

/** The visitor's own review and votes for a product. */
export interface OwnReviewing {
  reviewId: string | undefined;
  votedIds: readonly string[];
}

interface ReviewListProps {
  reviews: Reviews;
  state: ReviewsState;
  /** The product's page. */
  path: string;
  productId: number;
  mine: OwnReviewing;
  href: (cursor: string) => string;
}

/** Reviews, and more of them below. The focus moves to the first that was added. */
export function ReviewList({ reviews, state, path, productId, mine, href }: ReviewListProps) {
  const { items, nextCursor, isLoading, loadMore } = useMoreReviews(reviews, state, path);
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef(items.length);
  useEffect(() => {
    const firstNew = list.current?.children[shown.current]?.querySelector('article');
    if (items.length > shown.current) firstNew?.focus({ preventScroll: true });
    shown.current = items.length;
  }, [items.length]);

  return (
    <>
      <ul ref={list}>
        {items.map((review) => (
          <li key={review.review_id} className="border-line border-b py-6 last:border-0">
            <ReviewText review={review} words={state.words} productId={productId} mine={mine} />
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
  /** Marked in the text. */
  words: string | undefined;
  productId: number;
  mine: OwnReviewing;
}

function ReviewText({ review, words, productId, mine }: ReviewTextProps) {
  const marked = (text: string) => (
    <MarkedText
      text={text}
      ranges={wordRanges(text, words)}
      markClassName="rounded-sm bg-accent-soft text-inherit"
    />
  );
  return (
    <article tabIndex={-1} className="rounded-sm outline-offset-8">
      <ReviewHeading rating={review.rating}>{review.title !== '' && marked(review.title)}</ReviewHeading>
      {review.text !== '' && (
        <p className="mt-2 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{marked(review.text)}</p>
      )}
      {review.photos.length > 0 && (
        <div className="mt-3">
          <PhotoRow
            label={`Photos from ${review.title || `the review by ${review.author}`}`}
            photos={photosOfReviews([review])}
            size="small"
          />
        </div>
      )}
      <ReviewFacts review={review} />
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
