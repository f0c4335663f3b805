import type { RecommenderModel, ScoredItem, WeightedItem } from '@kindred/recommender';
import type { History } from '../interactions/index.ts';
import type { Reason } from './policy.ts';

/** Each view has this share of the weight of the next newer one, because interest moves on; a taste lasts longer. */
const shares = { seen: 0.85, liked: 0.95 };
/** What a view says, compared with a purchase or a good review. */
const weightOfView = 0.5;

/** Weighs a history: a new entry counts more than an old one, and what was liked more than what was only viewed. */
export function weigh({ seen, liked }: Pick<History, 'seen' | 'liked'>): WeightedItem[] {
  const weights = new Map<number, number>();
  [...seen.keys()].forEach((itemId, age) => {
    weights.set(itemId, weightOfView * shares.seen ** age);
  });
  [...liked.keys()].forEach((itemId, age) => {
    weights.set(itemId, Math.max(shares.liked ** age, weights.get(itemId) ?? 0));
  });
  return [...weights].map(([itemId, weight]) => ({ itemId, weight }));
}

/** Orders the given items for a person. */
export function orderPersonally(
  model: RecommenderModel,
  history: History,
  options: { exclude: ReadonlySet<number>; k: number; among: readonly number[] },
): readonly ScoredItem[] {
  return model.recommendForHistory({ history: weigh(history), ...options });
}

export const becauseYouViewed = (productId: number): Reason => ({
  code: 'because-you-viewed',
  text: 'Because you viewed {item}',
  productId,
});

/** @param cause the entry of the history without which the item would not be shown; undefined if there is no single one */
export function becauseOf({ seen, liked, bought }: History, cause: number | undefined): Reason {
  if (cause === undefined) return { code: 'picked-for-you', text: 'Picked for you' };
  const viewed = seen.get(cause);
  if (viewed !== undefined) return becauseYouViewed(viewed);
  const productId = liked.get(cause)!;
  return bought.has(cause)
    ? { code: 'because-you-bought', text: 'Because you bought {item}', productId }
    : { code: 'because-you-reviewed', text: 'Because you reviewed {item}', productId };
}
