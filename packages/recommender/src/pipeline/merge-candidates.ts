import type { Candidate } from './candidate.ts';

/**
 * Walks down the ladder: all of the first list, then what the second adds, and so on. An item keeps the
 * source and the reason of the highest rung that proposed it.
 */
export function mergeCandidates(ladder: readonly (readonly Candidate[])[]): Candidate[] {
  const seen = new Set<number>();
  return ladder.flat().filter(({ itemId }) => {
    if (seen.has(itemId)) return false;
    seen.add(itemId);
    return true;
  });
}
