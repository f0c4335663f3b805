/** How alike neighbours may be: of any `window` of them, no more than `limit` are of one group. */
export interface Spread {
  readonly window: number;
  readonly limit: number;
}

/**
 * Keeps the order as far as it can while no `window` neighbours hold more than `limit` items of one group (a leaf category, a
 * brand). An item that has to wait comes at the first place where it fits; when nothing fits, the first of those comes that
 * go beyond the limit in the fewest of their groups.
 * @param groupsOf what counts as alike; groups of different kinds need different keys
 * @param after what stands before the first place, its last item last: a page goes on where the one before it ended
 * @param take how many are wanted. Left out: all
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
