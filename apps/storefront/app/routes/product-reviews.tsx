import { ErrorState } from '@kindred/ui';
import type { OwnReviewing } from '../features/product/review-list.tsx';
import { ReviewsSection } from '../features/product/reviews-section.tsx';
import { parseReviews, toReviewQuery } from '../features/product/reviews-state.ts';
import { askApi } from '../shared/api-answers.ts';
import { parseProductId } from '../shared/paths.ts';
import type { Route } from './+types/product-reviews';

const pageSize = 6;
const nothingOfMine: OwnReviewing = { reviewId: undefined, votedIds: [] };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, attempt, optional } = askApi(context);
  const productId = parseProductId(params.productId);
  const state = parseReviews(url.searchParams);
  if (productId === undefined) return { state, reviews: null, path: url.pathname, mine: nothingOfMine };
  const [reviews, { answer: own }, { answer: votes }] = await Promise.all([
    optional(api.reviews(productId, toReviewQuery(state, pageSize))),
    attempt(api.ownReviews({ product_id: productId })),
    attempt(api.ownReviewVotes(productId)),
  ]);
  const mine = { reviewId: own?.items[0]?.review_id, votedIds: votes?.review_ids ?? [] };
  return { state, reviews, path: url.pathname, mine };
}

export default function ProductReviews({
  loaderData: { reviews, state, path, mine },
  params,
}: Route.ComponentProps) {
  if (!reviews)
    return <ErrorState title="We could not load the reviews">Reload the page to try again.</ErrorState>;
  return (
    <ReviewsSection
      reviews={reviews}
      state={state}
      path={path}
      productId={Number(params.productId)}
      mine={mine}
    />
  );
}
