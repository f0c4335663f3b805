/** @file What a word for a colour finds: `blue` also finds a shade that its maker calls Cobalt or Ocean. */

import { shadesOfFamily, spellingsOfColor } from '@kindred/shop-types';
import type { Alternative } from './read-parts.ts';

/** Returns the colour names that match a typed `word`, other spellings first, or undefined if it names no family. */
export function shadesOfColor(word: string): readonly Alternative[] | undefined {
  const names = spellingsOfColor(word);
  const shades = shadesOfFamily(names[0]!);
  if (shades === undefined) return undefined;
  return [
    ...names.filter((one) => one !== word).map((one) => ({ words: [one], isSame: true })),
    ...shades
      .filter((one) => !names.includes(one) && one !== word)
      .map((one) => ({ words: [one], isShade: true })),
  ];
}
