import { ErrorState } from '@kindred/ui';
import { ReviewsSection } from '../features/product/reviews-section.tsx';
import { parseReviews, toReviewQuery } from '../features/product/reviews-state.ts';
import { askApi } from '../shared/api-answers.ts';
import { parseProductId } from '../shared/paths.ts';
import type { Route } from './+types/product-reviews';

const pageSize = 6;

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const productId = parseProductId(params.productId);
  const state = parseReviews(url.searchParams);
  const reviews =
    productId === undefined ? null : await optional(api.reviews(productId, toReviewQuery(state, pageSize)));
  return { state, reviews, path: url.pathname };
}

export default function ProductReviews({ loaderData: { reviews, state, path } }: Route.ComponentProps) {
  if (!reviews)
    return <ErrorState title="The reviews did not arrive">Load the page again in a moment.</ErrorState>;
  return <ReviewsSection reviews={reviews} state={state} path={path} />;
}
