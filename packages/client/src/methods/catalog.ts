import { type Api, part } from '../api.ts';
import type {
  CategoryList,
  EventBatch,
  EventReceipt,
  NewReview,
  OwnReview,
  OwnReviewList,
  OwnReviewQuery,
  OwnReviewVotes,
  Product,
  ProductList,
  ProductQuery,
  RecommendationQuery,
  Recommendations,
  ReviewableList,
  ReviewableQuery,
  ReviewChange,
  ReviewList,
  ReviewQuery,
  ReviewVote,
  SuggestionList,
  SuggestionQuery,
} from '../contracts.ts';

/** What the shop sells, what it recommends, and what people say about it. */
export function catalogMethods({ get, send }: Api) {
  return {
    categories: () => get<CategoryList>('/categories'),
    products: (query: ProductQuery = {}) => get<ProductList>('/products', query),
    product: (productId: number) => get<Product>(`/products/${productId}`),
    suggestions: (query: SuggestionQuery) => get<SuggestionList>('/search/suggest', query),
    similar: (productId: number, query: { limit?: number } = {}) =>
      get<Recommendations>(`/products/${productId}/similar`, query),
    recommendations: (query: RecommendationQuery = {}) => get<Recommendations>('/recommendations', query),
    /** What somebody looked at, clicked, searched for. */
    sendEvents: (batch: EventBatch) => send<EventReceipt>('POST', '/events', batch),

    reviews: (productId: number, query: ReviewQuery = {}) =>
      get<ReviewList>(`/products/${productId}/reviews`, query),
    writeReview: (productId: number, review: NewReview) =>
      send<OwnReview>('POST', `/products/${productId}/reviews`, review),
    ownReviews: (query: OwnReviewQuery = {}) => get<OwnReviewList>('/me/reviews', query),
    changeReview: (reviewId: string, change: ReviewChange) =>
      send<OwnReview>('PATCH', `/me/reviews/${part(reviewId)}`, change),
    deleteReview: (reviewId: string) => send<void>('DELETE', `/me/reviews/${part(reviewId)}`),
    /** Says that a review helped. */
    voteForReview: (productId: number, reviewId: string) =>
      send<ReviewVote>('POST', `/products/${productId}/reviews/${part(reviewId)}/helpful`),
    takeVoteBack: (productId: number, reviewId: string) =>
      send<ReviewVote>('DELETE', `/products/${productId}/reviews/${part(reviewId)}/helpful`),
    ownReviewVotes: (productId: number) => get<OwnReviewVotes>('/me/review-votes', { product_id: productId }),
    /** What was delivered and has no review yet. */
    reviewable: (query: ReviewableQuery = {}) => get<ReviewableList>('/me/reviewable', query),
  };
}
