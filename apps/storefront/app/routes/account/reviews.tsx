import type { OwnReviewList, ReviewStatus } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { EmptyState, ErrorSummary, LinkButton } from '@kindred/ui';
import { data } from 'react-router';
import { Section } from '../../features/account/section.tsx';
import { OwnReviewCard } from '../../features/reviews/own-review-card.tsx';
import { shownPhotos } from '../../features/reviews/review-photos.ts';
import { WaitingProducts } from '../../features/reviews/waiting-products.tsx';
import { askApi } from '../../shared/api-answers.ts';
import { redirectWith } from '../../shared/flash.ts';
import { formErrorsOf, summaryOf } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';
import { reviewPath } from '../../shared/paths.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/reviews';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Reviews', siteOf(matches));
}

const pageSize = 20;

export async function loader({ context, url }: Route.LoaderArgs) {
  const { api, attempt, required } = askApi(context);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const [{ answer: page }, waiting] = await Promise.all([
    // An address with an invalid cursor opens the list at its start.
    attempt(api.ownReviews({ limit: pageSize, ...(cursor !== undefined && { cursor }) })),
    required(api.reviewable({ limit: 12 })),
  ]);
  const own = page ?? (await required(api.ownReviews({ limit: pageSize })));
  return {
    reviews: own.items.map(reviewOf),
    nextCursor: own.next_cursor,
    isFirstPage: cursor === undefined || !page,
    waiting: waiting.items.map(({ product, delivered_at }) => ({
      productId: product.product_id,
      title: product.title,
      imageUrl: product.image_url,
      deliveredOn: dayText(delivered_at),
      href: reviewPath(product),
    })),
    waitingTotal: waiting.total,
  };
}

const statusTexts: Record<ReviewStatus, string> = {
  published: 'Published',
  pending: 'Waiting for approval',
  rejected: 'Not published',
};

function reviewOf(review: OwnReviewList['items'][number]) {
  const { product } = review;
  return {
    reviewId: review.review_id,
    rating: review.rating,
    title: review.title,
    text: review.text,
    photos: shownPhotos(review.photos, 'your'),
    status: review.status,
    statusText: statusTexts[review.status],
    note: review.moderation_note,
    isVerified: review.verified_purchase,
    helpfulVotes: review.helpful_votes,
    writtenOn: dayText(review.reviewed_at),
    product: product && { title: product.title, imageUrl: product.image_url, editHref: reviewPath(product) },
  };
}

export type ShownReview = ReturnType<typeof reviewOf>;

export async function action({ context, request }: Route.ActionArgs) {
  const { api, attempt } = askApi(context);
  const { problem } = await attempt(api.deleteReview(formText(await request.formData(), 'delete')));
  if (problem && problem.status !== 404)
    return data({ errors: formErrorsOf(problem) }, { status: problem.status });
  return redirectWith(context, '/account/reviews', { text: 'The review is deleted.' });
}

export default function AccountReviews({ loaderData, actionData }: Route.ComponentProps) {
  const { reviews, nextCursor, isFirstPage, waiting, waitingTotal } = loaderData;
  return (
    <>
      <h1 className="mb-8 font-semibold text-3xl">Reviews</h1>
      <div className="mb-6 empty:hidden">
        <ErrorSummary errors={summaryOf(actionData?.errors ?? [])} />
      </div>
      {isFirstPage && waiting.length > 0 && (
        <Section
          title="Waiting for your review"
          intro={
            waitingTotal > waiting.length
              ? `The latest ${waiting.length} of ${waitingTotal} products that you have not reviewed yet.`
              : 'Products that you received and have not reviewed yet.'
          }
        >
          <WaitingProducts products={waiting} />
        </Section>
      )}
      <Section title="Your reviews">
        {reviews.length === 0 ? (
          <div className="rounded-lg border border-line">
            <EmptyState title="No reviews yet">
              To review a product, open its page and choose “Write a review”.
            </EmptyState>
          </div>
        ) : (
          <ul className="divide-y divide-line border-line border-y">
            {reviews.map((review) => (
              <li key={review.reviewId} className="py-6">
                <OwnReviewCard review={review} />
              </li>
            ))}
          </ul>
        )}
        {nextCursor !== null && (
          <LinkButton
            href={`/account/reviews?${new URLSearchParams({ cursor: nextCursor })}`}
            variant="secondary"
            rel="next"
            className="mt-6"
          >
            Older reviews
          </LinkButton>
        )}
      </Section>
    </>
  );
}
