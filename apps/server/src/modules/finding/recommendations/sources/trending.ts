import type { Source } from '../policy.ts';
import type { TrendReader } from '../trend.ts';

export const trending = (trend: TrendReader): Source => ({
  name: 'trending',
  async propose() {
    const { items } = await trend();
    return {
      items,
      explain: () => ({ code: 'trending-now', text: 'Trending' }),
    };
  },
});
