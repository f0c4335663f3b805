export { mergeWishlistAtLogin } from './merge-wishlist-at-login.ts';
export { wishlistJobs, wishlistSchedules } from './wishlist-jobs.ts';
export { findWishlistIds } from './wishlist-repository.ts';
export { wishlistRoutes } from './wishlist-routes.ts';
