import type { CandidateReason, RecommenderModel, ScoredItem } from '@kindred/recommender';
import type { History, Shopper } from '../interactions/index.ts';

interface Person {
  readonly shopper: Shopper;
  readonly history: Pick<History, 'seen' | 'liked'>;
}

/** `model`: learnt of this user in training. `session`: folded in from what they did. */
export const rankedBy = (model: RecommenderModel, { userId }: Shopper): 'model' | 'session' =>
  userId !== undefined && model.knowsUser(userId) ? 'model' : 'session';

/**
 * The one way to rank for a person: by what the model learnt of them, moved by what they looked at since; for anyone it has never
 * met, by their history.
 * @param among only these are ranked; left out: all
 */
export function rankPersonally(
  model: RecommenderModel,
  { shopper, history: { seen, liked } }: Person,
  options: { exclude: ReadonlySet<number>; k: number; among?: readonly number[] },
): readonly ScoredItem[] {
  if (rankedBy(model, shopper) === 'model')
    return model.recommendForUser({ userId: shopper.userId!, recent: seen, ...options });
  const history = [...seen, ...liked];
  return history.length === 0 ? [] : model.recommendForHistory({ history, ...options });
}

/** The same of all products, in one pass with what others ask for now. */
export async function rankPersonallySoon(
  model: RecommenderModel,
  person: Person,
  options: { exclude: ReadonlySet<number>; k: number },
): Promise<readonly ScoredItem[]> {
  if (!model.recommendSoon) return rankPersonally(model, person, options);
  const { seen, liked } = person.history;
  const { userId } = person.shopper;
  return model.recommendSoon({ userId, recent: seen, history: [...seen, ...liked], ...options });
}

export const becauseYouViewed = (itemId: number): CandidateReason => ({
  code: 'because-you-viewed',
  text: 'Because you viewed {item}',
  itemId,
});

/** What of somebody's history speaks most for an item. */
export function becauseOf(
  model: RecommenderModel,
  { seen, liked, bought }: History,
  itemId: number,
): CandidateReason {
  const reason = model.strongestReason([...seen, ...liked], itemId);
  if (reason === undefined) return { code: 'picked-for-you', text: 'Picked for you' };
  if (seen.includes(reason)) return becauseYouViewed(reason);
  return bought.has(reason)
    ? { code: 'because-you-bought', text: 'Because you bought {item}', itemId: reason }
    : { code: 'because-you-reviewed', text: 'Because you reviewed {item}', itemId: reason };
}
