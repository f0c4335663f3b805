export { clampQuantity } from './cart.ts';
export { cartJobs, cartSchedules } from './cart-jobs.ts';
export { cartOwner, knownCartOwner } from './cart-owner.ts';
export { lockCart } from './cart-repository.ts';
export { cartRoutes } from './cart-routes.ts';
export { registerCartToken } from './cart-token.ts';
export { mergeCartAtLogin } from './merge-cart-at-login.ts';
export { type Carts, readCart } from './read-cart.ts';
export { takeFromCart } from './take-from-cart.ts';
