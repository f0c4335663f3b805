import { namedCategories } from '../search-reading/named-categories.ts';
import { namedPoints, popularityPoints, wholePoints } from '../search-reading/score-sheet.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import type { MatchedPlaces } from './answer-page.ts';
import type { Catalog } from './catalog-follower.ts';
import type { TextMatch } from './match-text.ts';

/** Where the found products stand in the columns. One that is gone meanwhile is left out. */
export function placeMatches(
  { productIds, scores, names, reading }: TextMatch,
  { columns, tree }: Catalog,
  {
    vocabulary,
    categoryShares,
  }: {
    vocabulary: Vocabulary;
    /** By number of a category. */
    categoryShares: Float64Array;
  },
): MatchedPlaces {
  /** 2: the category itself is named, 1: one above it. */
  const isNamed = new Uint8Array(tree.size);
  for (const { categoryId } of namedCategories(names, tree.all, vocabulary))
    tree.below(categoryId).forEach((isBelow, id) => {
      if (isBelow) isNamed[id] = Math.max(isNamed[id]!, id === categoryId ? 2 : 1);
    });
  const places = new Int32Array(productIds.length);
  const whole = new Float64Array(productIds.length);
  let length = 0;
  for (let at = 0; at < productIds.length; at++) {
    const place = columns.placeOf(productIds[at]!);
    if (place < 0) continue;
    places[length] = place;
    const categoryId = columns.categoryId[place]!;
    whole[length++] =
      scores[at]! +
      popularityPoints * Math.log10(1 + columns.ratingCount[place]!) +
      (namedPoints * (isNamed[categoryId] ?? 0)) / 2 +
      // Undefined for a category that came meanwhile.
      (categoryShares[categoryId] ?? 0);
  }
  return {
    places: places.subarray(0, length),
    scores: whole.subarray(0, length),
    wholeScore: reading === 'relaxed' ? undefined : wholePoints,
  };
}
