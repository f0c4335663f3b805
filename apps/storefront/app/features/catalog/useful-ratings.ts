import type { FacetValue } from '@kindred/contracts';

/** A smaller part does not count as narrowing. */
const least = 0.02;

/** Leaves out the ratings that leave (nearly) as much of the list as the next higher one, or as the whole list. The chosen one stays. */
export function usefulRatings(
  options: readonly FacetValue[],
  { total, chosen }: { total: number; chosen: string | undefined },
): FacetValue[] {
  return options.filter(({ value, count }, index) => {
    if (value === chosen) return true;
    const higher = options[index - 1]?.count ?? 0;
    const isNarrow = chosen !== undefined || count <= total * (1 - least);
    return isNarrow && count > higher * (1 + least);
  });
}
