import type { Candidate } from './candidate.ts';

/**
 * Keeps the order as far as it can while no `window` neighbours hold more than `limit` items of one group
 * (a leaf category, say). An item that has to wait comes at the first place where it fits; when nothing
 * fits, the best of those that wait is taken all the same.
 */
export function diversify(
  candidates: readonly Candidate[],
  { groupOf, window, limit }: { groupOf: (itemId: number) => unknown; window: number; limit: number },
): Candidate[] {
  const waiting = [...candidates];
  const ordered: Candidate[] = [];
  while (waiting.length > 0) {
    const recent = ordered.slice(-(window - 1));
    const fits = waiting.findIndex(({ itemId }) => {
      const group = groupOf(itemId);
      return recent.filter((other) => groupOf(other.itemId) === group).length < limit;
    });
    ordered.push(...waiting.splice(Math.max(fits, 0), 1));
  }
  return ordered;
}
