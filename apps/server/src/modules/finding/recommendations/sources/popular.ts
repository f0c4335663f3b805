import type { Source } from '../policy.ts';

/** The most rated items. */
export const popular: Source = {
  name: 'popular',
  propose({ products }, { exclude, accepts, k }) {
    return {
      items: products
        .mostRated(k * 2 + exclude.size)
        .filter(accepts)
        .slice(0, k)
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'popular', text: 'Popular' }),
    };
  },
};

/** Any items that are for sale. A shelf is not empty as long as there are some. */
export const anySold: Source = {
  name: 'any',
  propose({ products }, { accepts, k }) {
    return {
      items: products.someSold(accepts, k).map((itemId) => ({ itemId, score: 0 })),
      explain: () => ({ code: 'in-stock', text: 'In stock' }),
    };
  },
};
