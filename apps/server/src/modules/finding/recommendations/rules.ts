import type { Rule } from './policy.ts';

/** Products that cannot be bought now are not recommended. */
export const isSold: Rule = { allows: (item) => item.isSold };

/** Items that the shopper has, hid or has in the cart, in any option, are on no shelf. */
export const isNotTheirs: Rule = {
  hides: ({ history: { owned, hidden, inCart } }) => [...owned, ...hidden, ...inCart],
};

/** Items that the shopper has just viewed are not recommended as long as there are others. */
export const isNotSeen: Rule = { hides: ({ history }) => history.seen.keys() };

/** The product of the page, the products of an order. */
export const isAnotherItem: Rule = {
  hides: ({ itemId, seeds }) => (itemId === undefined ? seeds : [itemId, ...seeds]),
};
