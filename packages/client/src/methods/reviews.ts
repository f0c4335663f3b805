import { type Api, part } from '../api.ts';
import type {
  ModeratedReview,
  ModerationList,
  ModerationQuery,
  NewReview,
  OwnReview,
  OwnReviewList,
  OwnReviewQuery,
  OwnReviewVotes,
  ReviewableList,
  ReviewableQuery,
  ReviewChange,
  ReviewList,
  ReviewQuery,
  ReviewVote,
} from '../contracts.ts';

/** Reviews of products. */
export function reviewMethods({ get, send }: Api) {
  return {
    reviews: (productId: number, query: ReviewQuery = {}) =>
      get<ReviewList>(`/products/${productId}/reviews`, query),
    writeReview: (productId: number, review: NewReview) =>
      send<OwnReview>('POST', `/products/${productId}/reviews`, review),
    ownReviews: (query: OwnReviewQuery = {}) => get<OwnReviewList>('/me/reviews', query),
    changeReview: (reviewId: string, change: ReviewChange) =>
      send<OwnReview>('PATCH', `/me/reviews/${part(reviewId)}`, change),
    deleteReview: (reviewId: string) => send<void>('DELETE', `/me/reviews/${part(reviewId)}`),
    /** Marks a review as helpful. */
    voteForReview: (productId: number, reviewId: string) =>
      send<ReviewVote>('POST', `/products/${productId}/reviews/${part(reviewId)}/helpful`),
    takeVoteBack: (productId: number, reviewId: string) =>
      send<ReviewVote>('DELETE', `/products/${productId}/reviews/${part(reviewId)}/helpful`),
    ownReviewVotes: (productId: number) => get<OwnReviewVotes>('/me/review-votes', { product_id: productId }),
    /** Lists delivered products without a review. */
    reviewable: (query: ReviewableQuery = {}) => get<ReviewableList>('/me/reviewable', query),
  };
}

/** For administrators: moderation. */
export function reviewAdminMethods({ get, send }: Api) {
  return {
    reviews: (query: ModerationQuery = {}) => get<ModerationList>('/admin/reviews', query),
    publishReview: (reviewId: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${part(reviewId)}/publish`),
    rejectReview: (reviewId: string, note: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${part(reviewId)}/reject`, { note }),
  };
}
