import type { Rule } from './policy.ts';

/** What nobody can buy here and now is not recommended. */
export const isSold: Rule = { allows: (item) => item.isSold };

/** Nor what somebody has, has judged or has just looked at, in any of its options. */
export const isNewToThem: Rule = {
  hides: ({ history }) => [...history.owned, ...history.seen.keys()],
};

export const isAnotherItem: Rule = {
  hides: ({ itemId }) => (itemId === undefined ? [] : [itemId]),
};
