import { Alert, Badge, Button, Disclosure, LinkButton, Picture, Stars, VerifiedIcon } from '@kindred/ui';
import type { ShownReview } from '../../routes/account/reviews.tsx';
import { AccountForm } from '../account/account-form.tsx';
import { PhotoThumbnails } from './photo-thumbnails.tsx';

/** A review as its author sees it, with its status. */
export function OwnReviewCard({ review }: { review: ShownReview }) {
  const { product, rating, title, text, status, statusText, note } = review;
  const name = product?.title ?? 'A product that we no longer show';
  return (
    <article className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[4.5rem_minmax(0,1fr)]">
      <div className="aspect-square overflow-hidden rounded-md bg-surface">
        <Picture src={product?.imageUrl ?? null} alt="" sizes="4.5rem" maxWidth={240} />
      </div>
      <div className="min-w-0">
        <h3 className="line-clamp-2 font-medium [overflow-wrap:anywhere]">{name}</h3>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-xs">
          <span className="sr-only">{rating} out of 5 stars</span>
          <Stars value={rating} className="h-3.5" />
          <span>{review.writtenOn}</span>
          {review.isVerified && (
            <span className="inline-flex items-center gap-1 text-accent">
              <VerifiedIcon size={14} aria-hidden="true" />
              Verified purchase
            </span>
          )}
          <Badge tone={status === 'published' ? 'accent' : status === 'pending' ? 'neutral' : 'warning'}>
            {statusText}
          </Badge>
        </p>
        {title !== '' && <p className="mt-3 font-medium [overflow-wrap:anywhere]">{title}</p>}
        {text !== '' && (
          <p className="mt-1 max-w-prose whitespace-pre-line text-sm [overflow-wrap:anywhere]">{text}</p>
        )}
        {review.photos.length > 0 && (
          <div className="mt-3">
            <PhotoThumbnails label="Your photos" photos={review.photos} size="small" />
          </div>
        )}
        {note && (
          <Alert tone="warning" title="Why we did not publish it" className="mt-3">
            <p>{note}</p>
          </Alert>
        )}
        {review.helpfulVotes > 0 && (
          <p className="mt-2 text-ink-muted text-sm">
            {review.helpfulVotes === 1 ? '1 person' : `${review.helpfulVotes} people`} found this helpful.
          </p>
        )}
        <div className="mt-3 flex flex-wrap items-start gap-x-5 gap-y-1">
          {product && (
            <LinkButton href={product.editHref} variant="secondary" aria-label={`Edit: ${name}`}>
              Edit
            </LinkButton>
          )}
          <Disclosure summary={<span>Delete</span>}>
            <p className="text-sm">You cannot undo this.</p>
            <AccountForm className="mt-2">
              <Button
                type="submit"
                name="delete"
                value={review.reviewId}
                aria-label={`Delete review: ${name}`}
              >
                Delete review
              </Button>
            </AccountForm>
          </Disclosure>
        </div>
      </div>
    </article>
  );
}
