import type { Rule } from './policy.ts';

/** Products that cannot be bought now are not recommended. */
export const isSold: Rule = { allows: (item) => item.isSold };

/** Items that the shopper owns, has reviewed or has just viewed, in any option, are not recommended. */
export const isNewToThem: Rule = {
  hides: ({ history }) => [...history.owned, ...history.seen.keys()],
};

export const isAnotherItem: Rule = {
  hides: ({ itemId }) => (itemId === undefined ? [] : [itemId]),
};
