export { findReviews } from './review-repository.ts';
export { createReviewsModule } from './reviews-module.ts';
