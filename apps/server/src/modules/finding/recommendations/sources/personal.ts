import { becauseOf, rankedBy, rankPersonallySoon } from '../personal-ranking.ts';
import { noProposals, type Source } from '../policy.ts';

/** Ranks all items for a person. For each person, only one of the two sources answers. */
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

/** Uses the vector that the model learnt for a user, adjusted by their later views. */
export const learnt = personal('model');
/** Folds in the history of a person whom the model does not know. */
export const foldedIn = personal('session');
