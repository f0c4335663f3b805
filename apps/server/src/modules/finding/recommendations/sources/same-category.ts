import { noProposals, type Source } from '../policy.ts';

/** The most rated of a product's own category: the floor under what is similar. */
export const sameCategory: Source = {
  name: 'category',
  propose({ productId, products }, { exclude, k }) {
    const category = productId === undefined ? undefined : products.categoryNameOf(productId);
    if (category === undefined) return noProposals;
    return {
      items: products
        .beside(productId!, k + exclude.size)
        .filter((itemId) => !exclude.has(itemId))
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'same-category', text: `Also in ${category}` }),
    };
  },
};
