import type { MatchedPlaces } from './answer-page.ts';
import type { CatalogColumns } from './catalog-columns.ts';
import type { TextMatch } from './match-text.ts';

/** What a thousand times more ratings are worth beside a word in the title, which is worth some 0.6. */
const popularityWeight = 0.06;

/** Where the found products stand in the columns. One that is gone meanwhile is left out. */
export function placeMatches({ productIds, scores }: TextMatch, columns: CatalogColumns): MatchedPlaces {
  const places = new Int32Array(productIds.length);
  const whole = new Float64Array(productIds.length);
  let length = 0;
  for (let at = 0; at < productIds.length; at++) {
    const place = columns.placeOf(productIds[at]!);
    if (place < 0) continue;
    places[length] = place;
    whole[length++] = scores[at]! + popularityWeight * Math.log10(1 + columns.ratingCount[place]!);
  }
  return { places: places.subarray(0, length), scores: whole.subarray(0, length) };
}
