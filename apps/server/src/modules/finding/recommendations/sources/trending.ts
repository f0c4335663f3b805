import type { Source } from '../policy.ts';
import type { TrendReader } from '../trend.ts';

export const trending = (trend: TrendReader): Source => ({
  name: 'trending',
  async propose() {
    const { products } = await trend();
    return {
      items: products.map(({ productId, score }) => ({ itemId: productId, score })),
      explain: () => ({ code: 'trending-now', text: 'Trending' }),
    };
  },
});
