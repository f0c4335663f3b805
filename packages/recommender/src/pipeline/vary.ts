/** The length of a shelf for which a list is varied, and within which causes are looked for. */
export const shelfLength = 20;

/** The most places by which the shelf of a narrow history may reach past its length. */
const longestReach = 14;
/** Up to so many kinds a history is narrow; from so many on it says enough about what else to show. */
const narrow = 2;
const wide = 2.5;

/** How little worse places cost: at place 10 (from 0) an item is worth half as much as at the first. */
const smoothing = 10;
/** Each earlier item of the same kind leaves an item this share of its worth. Who views lamps wants to see some more lamps. */
const repeatedKind = 0.6;
/** Each earlier item of the same brand leaves an item this share of its worth. */
const repeatedBrand = 0.3;

/**
 * Returns how far a shelf should look past its length for variety: the less a history says about kinds, the further. A person who viewed products of
 * one or two kinds has not said that they want no others; the lists of a wide history are varied already. It is 0 for a list that is itself of
 * one or two kinds, such as all lists of a shop that sells only those. The number of kinds is the effective one (the inverse
 * Simpson index), so that a single view of another kind does not make a history wide.
 * @param ranked the list, the best first
 * @param kindOf returns an item's kind, such as its leaf category; undefined if it has none
 */
export function reachOf({
  history,
  ranked,
  kindOf,
}: {
  readonly history: readonly { readonly itemId: number; readonly weight: number }[];
  readonly ranked: readonly { readonly itemId: number }[];
  readonly kindOf: (itemId: number) => unknown;
}): number {
  const kindsOf = (items: readonly { readonly itemId: number; readonly weight: number }[]): number => {
    const weights = new Map<unknown, number>();
    for (const { itemId, weight } of items) {
      const kind = kindOf(itemId);
      if (weight > 0 && kind !== undefined) weights.set(kind, (weights.get(kind) ?? 0) + weight);
    }
    return effectiveNumber(weights.values());
  };
  const kinds = kindsOf(history);
  const offered = ranked.slice(0, shelfLength + longestReach);
  if (kinds === 0 || kindsOf(offered.map(({ itemId }) => ({ itemId, weight: 1 }))) <= narrow) return 0;
  return Math.round(longestReach * Math.min(1, Math.max(0, (wide - kinds) / (wide - narrow))));
}

/** Returns how many equal parts are as varied as these: (sum of w)^2 / sum of w^2, the inverse Simpson index. */
export function effectiveNumber(weights: Iterable<number>): number {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}

/**
 * Varies a list: takes again and again the item that is worth most, where a good place makes it worth more, and each item taken from one of its groups (a
 * leaf category, a brand) makes it worth less. This is maximal marginal relevance (Carbonell, Goldstein, SIGIR 1998) with places for relevance and
 * groups for likeness. The first `shelfLength` items of the result are among the first `shelfLength + reach` of the list, the next
 * ones likewise. Without reach the list stays as it is.
 * @param kindOf returns an item's kind, such as its leaf category; undefined or null if it has none
 */
export function vary<Item extends { readonly itemId: number }>(
  items: readonly Item[],
  {
    reach,
    kindOf,
    brandOf,
  }: {
    readonly reach: number;
    readonly kindOf: (itemId: number) => unknown;
    readonly brandOf: (itemId: number) => unknown;
  },
): Item[] {
  if (reach === 0) return [...items];
  const left = items.map((item, place) => ({
    item,
    kind: kindOf(item.itemId) ?? undefined,
    brand: brandOf(item.itemId) ?? undefined,
    worth: 1 / (smoothing + place),
    place,
  }));
  const taken: Item[] = [];
  while (left.length > 0) {
    const end = (Math.floor(taken.length / shelfLength) + 1) * shelfLength + reach;
    let best = 0;
    for (let index = 1; index < left.length && left[index].place < end; index++)
      if (left[index].worth > left[best].worth) best = index;
    const [{ item, kind, brand }] = left.splice(best, 1);
    taken.push(item);
    for (const other of left) {
      if (kind !== undefined && other.kind === kind) other.worth *= repeatedKind;
      if (brand !== undefined && other.brand === brand) other.worth *= repeatedBrand;
    }
  }
  return taken;
}
