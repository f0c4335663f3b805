/** From the paper: large enough that the first place of one list does not outweigh good places in several. */
const smoothing = 60;

/**
 * Fuses rankings whose scores cannot be compared. An item scores the sum of 1 / (60 + its place) over the
 * rankings that have it. Equals keep the order of the first ranking that has them.
 *
 * Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods (SIGIR 2009).
 */
export function fuseRankings(...rankings: readonly (readonly number[])[]): number[] {
  const worth = new Map<number, number>();
  for (const ranking of rankings)
    ranking.forEach((itemId, index) => {
      worth.set(itemId, (worth.get(itemId) ?? 0) + 1 / (smoothing + index + 1));
    });
  return [...worth].sort((a, b) => b[1] - a[1]).map(([itemId]) => itemId);
}
