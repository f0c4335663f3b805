import type { Source } from '../policy.ts';

/** What most people rated: there is always something. */
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
