import type { Rule } from './policy.ts';

/** What nobody can buy here and now is not recommended. */
export const isSold: Rule = { allows: (product) => product.isSold };

/** Nor what somebody has, has judged or has just looked at. */
export const isNewToThem: Rule = {
  hides: ({ history }) => [...history.owned, ...history.seen],
};

export const isAnotherProduct: Rule = {
  hides: ({ productId }) => (productId === undefined ? [] : [productId]),
};
