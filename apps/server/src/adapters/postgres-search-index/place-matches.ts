import type { Catalog } from '../catalog-in-memory/catalog-follower.ts';
import { namedPoints, popularityPoints, thingPoints, wholePoints } from '../search-reading/score-sheet.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import type { MatchedPlaces } from './answer-page.ts';
import type { TextMatch } from './match-text.ts';
import { readMeant } from './meant-things.ts';
import { traits } from './text-match-repository.ts';

/** Returns the places of the found products in the columns. Products that were removed meanwhile are left out. */
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
  const { levels, isMeant: isMeantThing } = readMeant(names, tree, vocabulary);
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
    const isMeant = isMeantThing(has, categoryId);
    isWhole[length] = isMeant ? has & traits.isWhole : 0;
    points[length++] =
      scores[at]! +
      (has & traits.isWhole ? wholePoints : 0) +
      (isMeant ? thingPoints : 0) +
      popularityPoints * Math.log10(1 + columns.ratingCount[place]!) +
      (namedPoints * (levels[categoryId] ?? 0)) / 2 +
      // Undefined for a category that was added meanwhile.
      (categoryShares[categoryId] ?? 0);
  }
  return {
    places: places.subarray(0, length),
    scores: points.subarray(0, length),
    isWhole: isFollowed ? isWhole : undefined,
  };
}
