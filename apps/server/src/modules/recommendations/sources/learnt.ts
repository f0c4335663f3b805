import { becauseOf, rankPersonally } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** What the model learnt of a user, moved by what they looked at since. */
export const learnt: Source = {
  name: 'model',
  propose(context, wanted) {
    const { model, history } = context;
    const ranking = model && rankPersonally(model, context, wanted);
    if (ranking?.source !== 'model') return noProposals;
    return { items: ranking.items, explain: (itemId) => becauseOf(model!, history, itemId) };
  },
};
