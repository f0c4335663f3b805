/** How alike neighbours may be: any `window` consecutive items hold at most `limit` of one group. */
export interface Spread {
  readonly window: number;
  readonly limit: number;
}

/**
 * Keeps the order as far as possible while any `window` consecutive items hold at most `limit` items of one group (a leaf category, a
 * brand). An item that has to wait takes the first position where it fits. If no item fits, the next one is the first of
 * those that exceed the limit in the fewest of their groups.
 * @param groupsOf returns an item's groups; groups of different kinds need different keys
 * @param after the items before the first position, in order: a page continues the one before it
 * @param take how many items the caller wants. Default: all
 */
export function diversify<Item extends { readonly itemId: number }>(
  items: readonly Item[],
  {
    groupsOf,
    window,
    limit,
    after = [],
    take = items.length,
  }: Spread & {
    readonly groupsOf: (itemId: number) => readonly unknown[];
    readonly after?: readonly number[];
    readonly take?: number;
  },
): Item[] {
  const waiting = items.map((item) => ({ item, groups: groupsOf(item.itemId) }));
  const placed: (readonly unknown[])[] = [];
  const ordered: Item[] = [];
  const near = new Map<unknown, number>();
  const count = (groups: readonly unknown[], by: number) => {
    for (const group of groups) near.set(group, (near.get(group) ?? 0) + by);
  };
  const place = (groups: readonly unknown[]) => {
    placed.push(groups);
    count(groups, 1);
    const left = placed.at(-window);
    if (left) count(left, -1);
  };
  for (const itemId of after.slice(1 - window)) place(groupsOf(itemId));
  while (waiting.length > 0 && ordered.length < take) {
    let chosen = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < waiting.length && fewest > 0; index++) {
      let crowded = 0;
      for (const group of waiting[index].groups) if ((near.get(group) ?? 0) >= limit) crowded++;
      if (crowded < fewest) [chosen, fewest] = [index, crowded];
    }
    const [next] = waiting.splice(chosen, 1);
    ordered.push(next.item);
    place(next.groups);
  }
  return ordered;
}
