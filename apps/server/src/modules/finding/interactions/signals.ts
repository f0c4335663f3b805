/** @file The weight of an interaction, by the shop's signals (`signals` of its settings) and by age. */
import type { Deed, Signals } from '@kindred/contracts';

/** The share of a weight that never falls, so that an old history still says more than none. */
const lasting = 0.1;
/** Each view has this share of the weight of the next newer one: the last click counts most. */
const viewRecency = 0.85;

/** The weight of a product that the person hid, gave a thumbs-down or gave few stars. */
export const dislikeWeight = -0.3;

/** By these, a person says that they like a product. A test of a model asks for nothing else. */
export const clearDeeds: readonly Deed[] = ['bought', 'owned', 'liked', 'reviewed'];

/** Views count for a person's current interest for so many days, and so many items, the newest first. */
export const viewedDays = 30;
export const mostViewed = 20;

/**
 * Returns the weight of a deed, from 0 to 1. Only whole days count, so that a shelf does not change from one second to the next.
 * @param newer for a view, the number of newer views
 */
export function weightOf(
  deed: Deed,
  { signals, ageDays, newer = 0 }: { signals: Signals; ageDays: number; newer?: number },
): number {
  const { weight, half_life_days } = signals[deed];
  const fresh = 0.5 ** (Math.max(Math.floor(ageDays), 0) / half_life_days);
  return weight * (lasting + (1 - lasting) * fresh) * (deed === 'viewed' ? viewRecency ** newer : 1);
}
