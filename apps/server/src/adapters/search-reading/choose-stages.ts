/** @file Chooses how much of a text a product must match, depending on what the stages find. */
import type { Stage } from './read-text.ts';

/** If fewer products than this match, products that match less of the text follow. */
export const few = 12;

export interface ChosenStages {
  /** The stage that decides how the text was understood. */
  readonly first: Stage;
  /** The same stage, or the weaker one whose matches follow. */
  readonly last: Stage;
}

/** The matches of a stage, each counted up to `few`. */
export interface StageCounts {
  readonly found: number;
  /** Products that are what the text names, instead of only containing its words: `tea mug` also finds flasks in `Flasks & Mugs`. */
  readonly meant: number;
}

/** Enough matches, and at least one of them is the thing. */
export const isEnough = ({ found, meant }: StageCounts): boolean => found >= few && meant > 0;

/**
 * @param counts the counts of each stage, as far as they are known
 * @returns undefined if nothing is found
 */
export function chooseStages(
  stages: readonly Stage[],
  counts: readonly StageCounts[],
): ChosenStages | undefined {
  const start = counts.findIndex(({ found }) => found > 0);
  if (start < 0) return undefined;
  let end = start;
  while (counts[end]!.meant < few && stages[end + 1]?.isLastResort === false && end + 1 < counts.length)
    end++;
  return { first: stages[start]!, last: stages[end]! };
}

/** Whether only some of the matches have the whole text. */
export const isFollowedByLess = (first: Stage, last: Stage): boolean => first.isWhole && !last.isWhole;
