import { becauseOf, rankPersonally } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** For anyone the model has never met: their history is folded in. */
export const foldedIn: Source = {
  name: 'session',
  propose(context, wanted) {
    const { model, history } = context;
    const ranking = model && rankPersonally(model, context, wanted);
    if (ranking?.source !== 'session') return noProposals;
    return { items: ranking.items, explain: (itemId) => becauseOf(model!, history, itemId) };
  },
};
