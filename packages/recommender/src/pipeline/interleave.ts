/** Takes from the lists in turn, the best first, each item once. When a list ends, the others continue. */
export function interleave<Item extends { readonly itemId: number }>(
  ...lists: readonly (readonly Item[])[]
): Item[] {
  const seen = new Set<number>();
  const queues = lists.map((list) => [...list].reverse());
  const taken: Item[] = [];
  while (queues.some((queue) => queue.length > 0))
    for (const queue of queues) {
      let next = queue.pop();
      while (next && seen.has(next.itemId)) next = queue.pop();
      if (!next) continue;
      seen.add(next.itemId);
      taken.push(next);
    }
  return taken;
}
