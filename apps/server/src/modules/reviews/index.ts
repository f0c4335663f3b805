export { ownReviewRoutes } from './own-review-routes.ts';
export { reviewAdminRoutes } from './review-admin-routes.ts';
export { reviewJobs, reviewSchedules } from './review-jobs.ts';
export { findReviews } from './review-repository.ts';
export { reviewRoutes } from './review-routes.ts';
