/** @file How much each kind of interaction says about a person's taste, and how long. */

/** What a person did with a product, from the strongest to the weakest sign of taste. */
export const deeds = ['bought', 'owned', 'liked', 'reviewed', 'carted', 'wished', 'viewed'] as const;
export type Deed = (typeof deeds)[number];

export interface Signal {
  /** The weight of a fresh deed; at most 1. */
  readonly weight: number;
  /** After this many days the weight has fallen by half of what can fall. */
  readonly halfLifeDays: number;
}

/** A purchase says more than a view, and is true for longer. */
export const signals: Readonly<Record<Deed, Signal>> = {
  bought: { weight: 1, halfLifeDays: 365 },
  owned: { weight: 0.6, halfLifeDays: 365 },
  liked: { weight: 1, halfLifeDays: 365 },
  reviewed: { weight: 0.9, halfLifeDays: 365 },
  carted: { weight: 0.8, halfLifeDays: 14 },
  wished: { weight: 0.7, halfLifeDays: 90 },
  viewed: { weight: 0.5, halfLifeDays: 7 },
};

/** The share of a weight that never falls, so that an old history still says more than none. */
const lasting = 0.1;
/** Each view has this share of the weight of the next newer one: the last click counts most. */
const viewRecency = 0.85;

/** The weight of a product that the person hid, gave a thumbs-down or gave few stars. */
export const dislikeWeight = -0.3;

/**
 * Returns the weight of a deed, from 0 to 1. Only whole days count, so that a shelf does not change from one second to the next.
 * @param newer for a view, the number of newer views
 */
export function weightOf(deed: Deed, { ageDays, newer = 0 }: { ageDays: number; newer?: number }): number {
  const { weight, halfLifeDays } = signals[deed];
  const fresh = 0.5 ** (Math.max(Math.floor(ageDays), 0) / halfLifeDays);
  return weight * (lasting + (1 - lasting) * fresh) * (deed === 'viewed' ? viewRecency ** newer : 1);
}
