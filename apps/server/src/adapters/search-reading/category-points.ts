import { mostCategoryPoints } from './score-sheet.ts';

/** Above nothing. */
const steps = 4;
/** The best known of more: an engine is asked for them with every text. */
const mostCategories = 500;

/**
 * What products get for the popularity of their own category, so that of equal matches those of the better known one come first: in
 * five steps from none to that of the best known, on a logarithmic scale, so that few new ratings change no order.
 * @param ratings of all listed products of a category together, by its number
 */
export function categoryPoints(
  ratings: Iterable<readonly [categoryId: number, ratings: number]>,
): Map<number, number> {
  const known = [...ratings]
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCategories);
  const most = known[0]?.[1] ?? 0;
  return new Map(
    known.flatMap(([categoryId, count]) => {
      const step = Math.round((steps * Math.log1p(count)) / Math.log1p(most));
      return step > 0 ? [[categoryId, (mostCategoryPoints * step) / steps] as const] : [];
    }),
  );
}
