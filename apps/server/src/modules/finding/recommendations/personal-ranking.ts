import type { RecommenderModel, ScoredItem } from '@kindred/recommender';
import type { History, Shopper } from '../interactions/index.ts';
import type { Reason } from './policy.ts';

interface Person {
  readonly shopper: Shopper;
  readonly history: Pick<History, 'seen' | 'liked'>;
}

/** `model`: the training learnt this user. `session`: the user is folded in from their history. */
export const rankedBy = (model: RecommenderModel, { userId }: Shopper): 'model' | 'session' =>
  userId !== undefined && model.knowsUser(userId) ? 'model' : 'session';

/**
 * Ranks items for a person: by the vector that the model learnt for them, adjusted by their later views, or by their history if the model
 * does not know them.
 * @param among ranks only these items; by default all
 */
export function rankPersonally(
  model: RecommenderModel,
  { shopper, history: { seen, liked } }: Person,
  options: { exclude: ReadonlySet<number>; k: number; among?: readonly number[] },
): readonly ScoredItem[] {
  if (rankedBy(model, shopper) === 'model')
    return model.recommendForUser({ userId: shopper.userId!, recent: [...seen.keys()], ...options });
  const history = [...seen.keys(), ...liked.keys()];
  return history.length === 0 ? [] : model.recommendForHistory({ history, ...options });
}

/** Ranks all products, in one pass together with concurrent requests. */
export async function rankPersonallySoon(
  model: RecommenderModel,
  person: Person,
  options: { exclude: ReadonlySet<number>; k: number },
): Promise<readonly ScoredItem[]> {
  if (!model.recommendSoon) return rankPersonally(model, person, options);
  const recent = [...person.history.seen.keys()];
  const history = [...recent, ...person.history.liked.keys()];
  return model.recommendSoon({ userId: person.shopper.userId, recent, history, ...options });
}

export const becauseYouViewed = (productId: number): Reason => ({
  code: 'because-you-viewed',
  text: 'Because you viewed {item}',
  productId,
});

/** Returns the part of a history that is the strongest reason for an item. */
export function becauseOf(model: RecommenderModel, { seen, liked, bought }: History, itemId: number): Reason {
  const strongest = model.strongestReason([...seen.keys(), ...liked.keys()], itemId);
  if (strongest === undefined) return { code: 'picked-for-you', text: 'Picked for you' };
  const viewed = seen.get(strongest);
  if (viewed !== undefined) return becauseYouViewed(viewed);
  const productId = liked.get(strongest)!;
  return bought.has(strongest)
    ? { code: 'because-you-bought', text: 'Because you bought {item}', productId }
    : { code: 'because-you-reviewed', text: 'Because you reviewed {item}', productId };
}
