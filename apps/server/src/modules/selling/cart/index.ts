export { type AddedLine, addAllToCart } from './add-all-to-cart.ts';
export { clampQuantity, maximumQuantity } from './cart.ts';
export { cartProblem } from './cart-errors.ts';
export { createCartModule } from './cart-module.ts';
export { cartOwner, knownCartOwner } from './cart-owner.ts';
export { type LockedCart, lockCart } from './cart-repository.ts';
export { mergeCartAtLogin } from './merge-cart-at-login.ts';
export { type Carts, countItems, readCart } from './read-cart.ts';
export { takeFromCart } from './take-from-cart.ts';
