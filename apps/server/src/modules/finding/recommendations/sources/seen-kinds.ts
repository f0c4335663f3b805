import { becauseYouViewed } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** How many of the last viewed categories count. */
const kinds = 5;
const mostEach = 60;

/** Proposes more products of the categories just viewed, ranked by all views, or the most rated first if the model does not know the viewed products. */
export const seenKinds: Source = {
  name: 'session',
  propose({ model, history: { seen }, products }, { exclude, k }) {
    const seenBeside = new Map<number, number>();
    for (const [seenItem, productId] of [...seen].slice(0, kinds).reverse())
      for (const itemId of products.beside(seenItem, mostEach)) seenBeside.set(itemId, productId);
    if (seenBeside.size === 0) return noProposals;
    const among = [...seenBeside.keys()];
    const ranked = model?.recommendForHistory({ history: [...seen.keys()], exclude, k, among }) ?? [];
    const mostRated = among
      .filter((itemId) => !exclude.has(itemId))
      .map((itemId, index) => ({ itemId, score: 1 / (1 + index) }));
    return {
      items: ranked.length > 0 ? ranked : mostRated.slice(0, k),
      explain: (itemId) => becauseYouViewed(seenBeside.get(itemId)!),
    };
  },
};
