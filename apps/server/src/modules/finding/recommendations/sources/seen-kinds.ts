import { becauseYouViewed } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** Whoever looks at a product is shown more of its kind: of the last few, the most rated of each category. */
const kinds = 5;
const mostEach = 60;

/** More of the kinds just looked at, in the order that fits all that was looked at; without a model the most rated first. */
export const seenKinds: Source = {
  name: 'session',
  propose({ model, history: { seen }, products }, { exclude, k }) {
    const seenBeside = new Map<number, number>();
    for (const productId of seen.slice(0, kinds).reverse())
      for (const itemId of products.beside(productId, mostEach)) seenBeside.set(itemId, productId);
    if (seenBeside.size === 0) return noProposals;
    const among = [...seenBeside.keys()];
    return {
      items: model
        ? model.recommendForHistory({ history: seen, exclude, k, among })
        : among
            .filter((itemId) => !exclude.has(itemId))
            .map((itemId, index) => ({ itemId, score: 1 / (1 + index) }))
            .slice(0, k),
      explain: (itemId) => becauseYouViewed(seenBeside.get(itemId)!),
    };
  },
};
