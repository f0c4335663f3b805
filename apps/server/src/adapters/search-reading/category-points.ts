import { mostCategoryPoints } from './score-sheet.ts';

/** The steps above zero. */
const steps = 4;
/** Only the best known categories count, because every text query lists them. */
const mostCategories = 500;

/**
 * Computes the points of products for the popularity of their category, so that among equal matches those of a better known category
 * come first. There are five steps on a logarithmic scale, from zero to the best known, so that a few new ratings do not change the order.
 * @param ratings the number of ratings of all listed products of a category, by its number
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
