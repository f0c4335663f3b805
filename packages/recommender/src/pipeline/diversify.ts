/**
 * Keeps the order as far as it can while no `window` neighbours hold more than `limit` items of one group (a leaf category, a
 * brand). An item that has to wait comes at the first place where it fits; when nothing fits, the first of those comes that
 * go beyond the limit in the fewest of their groups.
 * @param groupsOf what counts as alike; groups of different kinds need different keys
 */
export function diversify<Item extends { readonly itemId: number }>(
  items: readonly Item[],
  {
    groupsOf,
    window,
    limit,
  }: { groupsOf: (itemId: number) => readonly unknown[]; window: number; limit: number },
): Item[] {
  const waiting = items.map((item) => ({ item, groups: groupsOf(item.itemId) }));
  const ordered: typeof waiting = [];
  const near = new Map<unknown, number>();
  const count = (groups: readonly unknown[], by: number) => {
    for (const group of groups) near.set(group, (near.get(group) ?? 0) + by);
  };

  while (waiting.length > 0) {
    let chosen = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < waiting.length && fewest > 0; index++) {
      let crowded = 0;
      for (const group of waiting[index].groups) if ((near.get(group) ?? 0) >= limit) crowded++;
      if (crowded < fewest) [chosen, fewest] = [index, crowded];
    }
    const [next] = waiting.splice(chosen, 1);
    ordered.push(next);
    count(next.groups, 1);
    const left = ordered.at(-window);
    if (left) count(left.groups, -1);
  }
  return ordered.map(({ item }) => item);
}
