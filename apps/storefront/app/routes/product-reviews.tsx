import { ErrorState } from '@kindred/ui';
import type { OwnReviewing } from '../features/product/review-list.tsx';
import { ReviewsSection } from '../features/product/reviews-section.tsx';
import { parseReviews, toReviewQuery } from '../features/product/reviews-state.ts';
import { photosOfReviews } from '../features/reviews/review-photos.ts';
import { askApi } from '../shared/api-answers.ts';
import { parseProductId } from '../shared/paths.ts';
import type { Route } from './+types/product-reviews';

const pageSize = 6;
/** The reviews and the photos above the list, at most. */
const stripReviews = 12;
const stripPhotos = 24;
const nothingOfMine: OwnReviewing = { reviewId: undefined, votedIds: [] };

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const { api, attempt, optional } = askApi(context);
  const productId = parseProductId(params.productId);
  const state = parseReviews(url.searchParams);
  if (productId === undefined)
    return { state, reviews: null, photos: [], path: url.pathname, mine: nothingOfMine };
  const [reviews, { answer: own }, { answer: votes }] = await Promise.all([
    optional(api.reviews(productId, toReviewQuery(state, pageSize))),
    attempt(api.ownReviews({ product_id: productId })),
    attempt(api.ownReviewVotes(productId)),
  ]);
  const mine = { reviewId: own?.items[0]?.review_id, votedIds: votes?.review_ids ?? [] };
  // Later pages of the list are below the photos of the first.
  const hasStrip = state.cursor === undefined && reviews !== null && reviews.with_photos > 0;
  const shown = hasStrip
    ? await optional(api.reviews(productId, { with_photos: true, limit: stripReviews }))
    : null;
  const photos = photosOfReviews(shown?.items ?? [], stripPhotos);
  return { state, reviews, photos, path: url.pathname, mine };
}

export default function ProductReviews({
  loaderData: { reviews, photos, state, path, mine },
  params,
}: Route.ComponentProps) {
  if (!reviews)
    return <ErrorState title="We could not load the reviews">Reload the page to try again.</ErrorState>;
  return (
    <ReviewsSection
      reviews={reviews}
      photos={photos}
      state={state}
      path={path}
      productId={Number(params.productId)}
      mine={mine}
    />
  );
}
