import { becauseOf, rankedBy, rankPersonallySoon } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** What fits a person, from all that there is. Of the two, one is silent. */
const personal = (name: 'model' | 'session'): Source => ({
  name,
  async propose(context, wanted) {
    const { model, history, shopper } = context;
    if (!model || rankedBy(model, shopper) !== name) return noProposals;
    return {
      items: await rankPersonallySoon(model, context, wanted),
      explain: (itemId) => becauseOf(model, history, itemId),
    };
  },
});

/** What the model learnt of a user, moved by what they looked at since. */
export const learnt = personal('model');
/** For anyone the model has never met: their history is folded in. */
export const foldedIn = personal('session');
