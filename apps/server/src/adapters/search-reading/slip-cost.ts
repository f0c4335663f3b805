/** @file How far what somebody typed is from what he may have meant, as fingers and ears go wrong. */

const vowels = new Set('aeiouy');
const halfCost = 0.5;

/** `beany` may be `beanie`. */
export const asHeard = (word: string): string[] =>
  /[^aeiou]ys?$/.test(word) ? [word, word.replace(/y(s?)$/, 'ie$1')] : [word];

/** `beany` of `beanie`. */
const withPlainEnd = (word: string): string => word.replace(/(?:ie|ey)(s?)$/, 'y$1');

const isSoft = (letter: string): boolean => vowels.has(letter);

/**
 * Edits between two words: letters that are missing, too many, other or swapped. What people hear alike or hit twice counts half: a
 * vowel, and a letter like the one before it.
 */
export function slipCost(typedWord: string, meantWord: string): number {
  const [typed, meant] = [withPlainEnd(typedWord), withPlainEnd(meantWord)];
  const costs = Array.from({ length: typed.length + 1 }, () => new Float64Array(meant.length + 1));
  const costOf = (word: string, at: number): number =>
    isSoft(word[at]!) || word[at] === word[at - 1] ? halfCost : 1;
  for (let i = 1; i <= typed.length; i++) costs[i]![0] = costs[i - 1]![0]! + costOf(typed, i - 1);
  for (let j = 1; j <= meant.length; j++) costs[0]![j] = costs[0]![j - 1]! + costOf(meant, j - 1);
  for (let i = 1; i <= typed.length; i++)
    for (let j = 1; j <= meant.length; j++) {
      const [one, other] = [typed[i - 1]!, meant[j - 1]!];
      const changed = one === other ? 0 : isSoft(one) && isSoft(other) ? halfCost : 1;
      costs[i]![j] = Math.min(
        costs[i - 1]![j]! + costOf(typed, i - 1),
        costs[i]![j - 1]! + costOf(meant, j - 1),
        costs[i - 1]![j - 1]! + changed,
        i > 1 && j > 1 && one === meant[j - 2] && other === typed[i - 2]
          ? costs[i - 2]![j - 2]! + 1
          : Number.POSITIVE_INFINITY,
      );
    }
  return costs[typed.length]![meant.length]!;
}

/** `diner` and `dinner`, `creme` and `cream`: they differ in vowels and doubled letters alone. */
export const soundAlike = (one: string, other: string): boolean =>
  one[0] === other[0] && consonantsOf(one) === consonantsOf(other);

const consonantsOf = (word: string): string =>
  Array.from(word)
    .filter((letter, at) => !isSoft(letter) && letter !== word[at - 1])
    .join('');
