import { noProposals, type Source } from '../policy.ts';

/** The most rated items of an item's category, used if no similar items are known. */
export const sameCategory: Source = {
  name: 'category',
  propose({ itemId: own, products }, { exclude, k }) {
    const category = own === undefined ? undefined : products.categoryNameOf(own);
    if (category === undefined) return noProposals;
    return {
      items: products
        .beside(own!, k + exclude.size)
        .filter((itemId) => !exclude.has(itemId))
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'same-category', text: `Also in ${category}` }),
    };
  },
};
