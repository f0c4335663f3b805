import { becauseYou } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** How many of the last viewed categories count. */
const kinds = 5;
const mostEach = 60;

/** Proposes more products of the categories just viewed, the most rated first, if the model knows none of the viewed products. */
export const seenKinds: Source = {
  name: 'session',
  propose({ model, history: { seen }, products }, { exclude, k }) {
    const seenItems = [...seen.keys()];
    if (model && seenItems.some((itemId) => model.knowsItem(itemId))) return noProposals;
    const seenBeside = new Map<number, number>();
    for (const [seenItem, productId] of [...seen].slice(0, kinds).reverse())
      for (const itemId of products.beside(seenItem, mostEach)) seenBeside.set(itemId, productId);
    return {
      items: [...seenBeside.keys()]
        .filter((itemId) => !exclude.has(itemId))
        .slice(0, k)
        .map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
      explain: (itemId) => becauseYou('viewed', seenBeside.get(itemId)!),
    };
  },
};
