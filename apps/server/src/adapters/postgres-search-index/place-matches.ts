import { namedCategories } from '../search-reading/named-categories.ts';
import { namedPoints, popularityPoints, thingPoints, wholePoints } from '../search-reading/score-sheet.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import type { MatchedPlaces } from './answer-page.ts';
import type { Catalog } from './catalog-follower.ts';
import type { TextMatch } from './match-text.ts';
import { traits } from './text-match-repository.ts';

/** Where the found products stand in the columns. One that is gone meanwhile is left out. */
export function placeMatches(
  { productIds, scores, traits: traitsOf, names, isFollowed }: TextMatch,
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
  const named = namedCategories(names, tree.all, vocabulary);
  /** By number of a category: 2, it is named itself; 1, one above it. */
  const isNamed = new Uint8Array(tree.size);
  for (const { categoryId } of named)
    tree.below(categoryId).forEach((isBelow, id) => {
      if (isBelow) isNamed[id] = Math.max(isNamed[id]!, id === categoryId ? 2 : 1);
    });
  /** Categories that hold nothing but the thing. */
  const areThings = new Uint8Array(tree.size);
  for (const { categoryId, isOneThing, isExact } of named) {
    if (!isOneThing) continue;
    areThings[categoryId] = 1;
    if (isExact)
      tree.below(categoryId).forEach((isBelow, id) => {
        areThings[id] ||= isBelow;
      });
  }
  const isExact = named[0]?.isExact ?? false;
  const isThing = (has: number, categoryId: number): boolean =>
    areThings[categoryId] === 1 ||
    ((has & traits.isInTitle) > 0 && ((!isExact && (has & traits.isName) > 0) || isNamed[categoryId]! > 0));

  const places = new Int32Array(productIds.length);
  const points = new Float64Array(productIds.length);
  const isWhole = new Uint8Array(productIds.length);
  let length = 0;
  for (let at = 0; at < productIds.length; at++) {
    const place = columns.placeOf(productIds[at]!);
    if (place < 0) continue;
    const categoryId = columns.categoryId[place]!;
    const has = traitsOf[at]!;
    places[length] = place;
    const isMeant = named.length === 0 || isThing(has, categoryId);
    isWhole[length] = isMeant ? has & traits.isWhole : 0;
    points[length++] =
      scores[at]! +
      (has & traits.isWhole ? wholePoints : 0) +
      (isMeant ? thingPoints : 0) +
      popularityPoints * Math.log10(1 + columns.ratingCount[place]!) +
      (namedPoints * (isNamed[categoryId] ?? 0)) / 2 +
      // Undefined for a category that came meanwhile.
      (categoryShares[categoryId] ?? 0);
  }
  return {
    places: places.subarray(0, length),
    scores: points.subarray(0, length),
    isWhole: isFollowed ? isWhole : undefined,
  };
}
