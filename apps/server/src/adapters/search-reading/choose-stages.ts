/** @file How much of a text products have to have, by what there is. */
import type { Stage } from './read-text.ts';

/** Fewer finds than that are followed by products that have less of the text. */
export const few = 12;

export interface ChosenStages {
  /** What it was taken for. */
  readonly first: Stage;
  /** The same, or what it is followed by. */
  readonly last: Stage;
}

/**
 * @param found how many products each stage finds, `few` standing for all above it; as far as it was counted
 * @returns undefined where nothing is found
 */
export function chooseStages(stages: readonly Stage[], found: readonly number[]): ChosenStages | undefined {
  const start = found.findIndex((count) => count > 0);
  if (start < 0) return undefined;
  let end = start;
  while (found[end]! < few && stages[end + 1]?.isLastResort === false && end + 1 < found.length) end++;
  return { first: stages[start]!, last: stages[end]! };
}

/** Some of the finds have all of the text, the others do not. */
export const isFollowedByLess = (first: Stage, last: Stage): boolean => first.isWhole && !last.isWhole;
