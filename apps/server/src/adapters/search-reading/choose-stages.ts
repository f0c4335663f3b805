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

/** What a stage finds, up to `few` of each. */
export interface StageCounts {
  readonly found: number;
  /** Those that are what the text names, and do not only have its word: `tea mug` finds flasks of `Flasks & Mugs`. */
  readonly meant: number;
}

/** A thing is among them. */
export const isEnough = ({ found, meant }: StageCounts): boolean => found >= few && meant > 0;

/**
 * @param counts of each stage, as far as it was counted
 * @returns undefined where nothing is found
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

/** Some of the finds have all of the text, the others do not. */
export const isFollowedByLess = (first: Stage, last: Stage): boolean => first.isWhole && !last.isWhole;
