import type { Review } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Stars, VerifiedIcon } from '@kindred/ui';
import type { ReactNode } from 'react';

/** `children`: the title, if there is one. */
export function ReviewHeading({ rating, children }: { rating: number; children?: ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      <span className="sr-only">{rating} out of 5 stars</span>
      <Stars value={rating} className="h-3.5" />
      {children && <h3 className="min-w-0 font-medium [overflow-wrap:anywhere]">{children}</h3>}
    </div>
  );
}

/** Who wrote a review, when and about which variant. */
export function ReviewFacts({ review }: { review: Review }) {
  return (
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
  );
}
