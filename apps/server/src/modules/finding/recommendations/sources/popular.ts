import type { Source } from '../policy.ts';

/** What most people rated: there is always something. */
export const popular: Source = {
  name: 'popular',
  propose({ products }, { k }) {
    return {
      items: products.mostRated(k).map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: () => ({ code: 'popular', text: 'Popular' }),
    };
  },
};
