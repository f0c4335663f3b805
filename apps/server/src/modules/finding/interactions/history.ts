import { type Deed, deeds, type Signals } from '@kindred/contracts';
import { dislikeWeight, weightOf } from './signals.ts';

/** The owner of a shelf: a known user, an anonymous browser, both, or neither. */
export interface Shopper {
  readonly userId: string | undefined;
  readonly visitorId: string | undefined;
}

/** An item of a history, with the strongest thing that the person did with it. */
export interface HistoryEntry {
  readonly itemId: number;
  /** The product of the item to which the deed was done, so that a reason can name it. */
  readonly productId: number;
  readonly deed: Deed;
  /** The time of the deed. */
  readonly at: Date;
  /** From 0 to 1: by kind and age (`signals.ts`). */
  readonly weight: number;
}

/** What a person did and said, by item. Removed and switched-off entries are not in it. */
export interface History {
  /** One entry per item, the item with the newest deed first. */
  readonly entries: readonly HistoryEntry[];
  /** Viewed items, the newest first, with the last viewed product. */
  readonly seen: ReadonlyMap<number, number>;
  /** The items that the person does not like, with a negative weight. */
  readonly disliked: readonly { readonly itemId: number; readonly weight: number }[];
  /** Items that were reviewed, with any rating, or bought, in any option, or that the person says they have. They are not recommended again. */
  readonly owned: readonly number[];
  /** Items in the cart, also those that are no longer a reason. */
  readonly inCart: readonly number[];
  /** Items that the person never wants to see again. */
  readonly hidden: readonly number[];
  readonly lessOfBrands: ReadonlySet<string>;
  readonly lessOfCategories: ReadonlySet<number>;
  /** The time of reading. Later actions are not included. */
  readonly readAt: Date;
}

export const emptyHistory = (readAt: Date): History => ({
  entries: [],
  seen: new Map(),
  disliked: [],
  owned: [],
  inCart: [],
  hidden: [],
  lessOfBrands: new Set(),
  lessOfCategories: new Set(),
  readAt,
});

/** Whether it says nothing about the shopper. */
export const isEmpty = (history: History): boolean =>
  history.entries.length === 0 &&
  history.seen.size === 0 &&
  history.disliked.length === 0 &&
  history.owned.length === 0 &&
  history.inCart.length === 0 &&
  history.hidden.length === 0 &&
  history.lessOfBrands.size === 0 &&
  history.lessOfCategories.size === 0;

/** A deed as the database tells it, each kind once per item. */
export interface DeedRow {
  readonly itemId: number;
  readonly productId: number;
  readonly deed: Deed;
  readonly at: Date;
}

/** Joins the deeds of each item. @param rows the newest first */
export function entriesOf(
  rows: readonly DeedRow[],
  { readAt, signals }: { readAt: Date; signals: Signals },
): HistoryEntry[] {
  const entries = new Map<number, HistoryEntry>();
  let views = 0;
  for (const { itemId, productId, deed, at } of rows) {
    const ageDays = (readAt.getTime() - at.getTime()) / 86_400_000;
    const weight = weightOf(deed, { signals, ageDays, newer: deed === 'viewed' ? views++ : 0 });
    const other = entries.get(itemId);
    if (other === undefined) entries.set(itemId, { itemId, productId, deed, at, weight });
    else {
      const told = deeds.indexOf(deed) < deeds.indexOf(other.deed) ? { productId, deed, at } : other;
      entries.set(itemId, { ...other, ...told, itemId, weight: Math.max(weight, other.weight) });
    }
  }
  return [...entries.values()];
}

export const dislikedOf = (itemIds: readonly number[]): History['disliked'] =>
  itemIds.map((itemId) => ({ itemId, weight: dislikeWeight }));
