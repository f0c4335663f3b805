export type { Notices } from './notice.ts';
export { noticeProblem } from './notice-errors.ts';
export { noticeJobs, noticeSchedules } from './notice-jobs.ts';
export { noticeRoutes } from './notice-routes.ts';
export { noticeToken } from './notice-token.ts';
export { startWatchingWishlist, stopWatchingWishlist, watchesWishlist } from './watch-wishlist.ts';
export { unwatchWished, watchWished } from './wished-notice-repository.ts';
