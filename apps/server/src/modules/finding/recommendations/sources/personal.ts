import { reachOf, shelfLength, vary } from '@kindred/recommender';
import { becauseOf, weigh } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** Ranks all items by the history of a person, the narrower the more varied. A reason names an entry only if the item would not be shown without it. */
export const personal: Source = {
  name: 'model',
  propose({ model, history, products }, { exclude, k }) {
    const weighted = weigh(history);
    if (!model || weighted.length === 0) return noProposals;
    const ranked = model.recommendForHistory({ history: weighted, exclude, k });
    const kindOf = (itemId: number) => products.find(itemId)?.categoryId ?? undefined;
    const reach = reachOf({ history: weighted, ranked, kindOf });
    const causeOf = model.causes({ history: weighted, exclude, k: shelfLength + reach });
    const brandOf = (itemId: number) => products.find(itemId)?.brand;
    return {
      items: vary(ranked, { reach, kindOf, brandOf }),
      explain: (itemId) => becauseOf(history, causeOf(itemId)),
    };
  },
};
