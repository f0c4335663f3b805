export { mergeWishlistAtLogin } from './merge-wishlist-at-login.ts';
export { createWishlistModule } from './wishlist-module.ts';
export { findWishlistIds } from './wishlist-repository.ts';
