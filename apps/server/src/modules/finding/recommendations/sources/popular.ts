import type { Source } from '../policy.ts';

/** The most rated items, of which there are always some. */
export const popular: Source = {
  name: 'popular',
  propose({ products }, { exclude, k }) {
    return {
      items: products
        .mostRated(k + exclude.size)
        .filter((itemId) => !exclude.has(itemId))
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'popular', text: 'Popular' }),
    };
  },
};
