export { noticeProblem } from './notice-errors.ts';
export { noticeToken } from './notice-token.ts';
export { createNoticesModule } from './notices-module.ts';
export { startWatchingWishlist, stopWatchingWishlist, watchesWishlist } from './watch-wishlist.ts';
export { unwatchWished, watchWished } from './wished-notice-repository.ts';
