import type { Deed } from '@kindred/contracts';
import type { RecommenderModel, ScoredItem, WeightedItem } from '@kindred/recommender';
import type { History } from '../interactions/index.ts';
import type { Reason } from './policy.ts';

/** The history as a model reads it: what the person likes, and what they do not. */
export const weigh = ({ entries, disliked }: Pick<History, 'entries' | 'disliked'>): WeightedItem[] => [
  // The merchant may have decided that a kind of deed says nothing.
  ...entries.filter(({ weight }) => weight > 0),
  ...disliked,
];

/** Orders the given items for a person. */
export function orderPersonally(
  model: RecommenderModel,
  history: History,
  options: { exclude: ReadonlySet<number>; k: number; among: readonly number[] },
): readonly ScoredItem[] {
  return model.recommendForHistory({ history: weigh(history), ...options });
}

const reasons: Readonly<Record<Deed, { readonly code: string; readonly text: string }>> = {
  bought: { code: 'because-you-bought', text: 'Because you bought {item}' },
  owned: { code: 'because-you-have', text: 'Because you have {item}' },
  liked: { code: 'because-you-liked', text: 'Because you liked {item}' },
  reviewed: { code: 'because-you-reviewed', text: 'Because you reviewed {item}' },
  carted: { code: 'because-of-your-cart', text: 'Because {item} is in your cart' },
  wished: { code: 'because-of-your-wishlist', text: 'Because {item} is on your wishlist' },
  viewed: { code: 'because-you-viewed', text: 'Because you viewed {item}' },
};

export const becauseYou = (deed: Deed, productId: number): Reason => ({ ...reasons[deed], productId });

/** @param cause the entry of the history without which the item would not be shown; undefined if there is no single one */
export function becauseOf({ entries }: Pick<History, 'entries'>, cause: number | undefined): Reason {
  const entry = cause === undefined ? undefined : entries.find(({ itemId }) => itemId === cause);
  return entry ? becauseYou(entry.deed, entry.productId) : { code: 'picked-for-you', text: 'Picked for you' };
}
