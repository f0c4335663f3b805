import { weigh } from '../personal-ranking.ts';
import { noProposals, type Reason, type ShelfContext, type Source } from '../policy.ts';

/** The items of the page: its product, or those of the cart or the order. */
const seedsOf = ({ seeds, itemId }: ShelfContext): readonly number[] =>
  itemId === undefined ? seeds : [itemId, ...seeds];

/** Proposes complements: items of other categories that people like together with those of the page, in the order of the person's taste. */
export const goesWith = (several: Reason): Source => ({
  name: 'goes-with',
  propose(context, { exclude, accepts, k }) {
    const { model, history, products, productId } = context;
    const seeds = seedsOf(context);
    if (!model || seeds.length === 0) return noProposals;
    const kindOf = (itemId: number) => products.find(itemId)?.categoryId ?? null;
    const own = new Set(seeds.map(kindOf));
    return {
      items: model.goesWith({
        items: seeds.map((itemId) => ({ itemId, weight: 1 })),
        history: weigh(history),
        exclude,
        k,
        accepts(itemId) {
          const kind = kindOf(itemId);
          return kind !== null && !own.has(kind) && accepts(itemId);
        },
      }),
      explain: () =>
        productId === undefined ? several : { code: 'goes-with', text: 'Goes with {item}', productId },
    };
  },
});

/** What people like together with a product more often than by chance, of any kind: purchases and good reviews count. */
export const likedTogether: Source = {
  name: 'together',
  propose({ model, itemId, productId }, { accepts, k }) {
    if (!model || itemId === undefined || productId === undefined) return noProposals;
    return {
      items: model.likedTogether(itemId, k, accepts),
      explain: () => ({ code: 'liked-together', text: 'Often liked together with {item}', productId }),
    };
  },
};
