/** @file How far what somebody typed is from what he may have meant, as fingers and ears go wrong. */

const vowels = new Set('aeiouy');
const halfCost = 0.5;
/** A vowel more or less is seen more easily than another one. */
const vowelCost = 0.75;
/** The slip of fast fingers. */
const swapCost = 0.9;

/** Letters that may stand for one sound: `kandle`, `sinnamon`, `jem`. */
const alike = new Set(['ck', 'cs', 'sz', 'gj']);

/** Other ways to write what was heard: `beenie` of `beeny`, `sephora` of `sefora`, `netflix` of `netflicks`, `night` of `nite`. */
export const asHeard = (word: string): string[] => [
  ...new Set([
    word,
    word.replace(/(?<=[^aeiou])y(?=s?$)/, 'ie'),
    word.replace('f', 'ph'),
    word.replace('ph', 'f'),
    word.replace(/c?ks/, 'x'),
    word.replace(/ite(?=s?$)/, 'ight'),
    word.replace(/^n/, 'kn'),
    word.replace(/^r/, 'wr'),
  ]),
];

const inPlainLetters = (word: string): string =>
  word
    .replace(/(?:ie|ey)(?=s?$)/, 'y')
    .replaceAll('ph', 'f')
    .replace(/c?ks/g, 'x')
    .replace(/ight(?=s?$)/, 'ite')
    .replace(/^kn/, 'n')
    .replace(/^wr/, 'r');

const soundSame = (one: string, other: string): boolean =>
  (isSoft(one) && isSoft(other)) || alike.has(one + other) || alike.has(other + one);

const isSoft = (letter: string): boolean => vowels.has(letter);

/**
 * Edits between two words: letters that are missing, too many, other or swapped. What people hear alike or hit twice counts half: a
 * vowel, and a letter like the one before it.
 */
export const slipCost = (typed: string, meant: string): number =>
  Math.min(editCost(typed, meant), editCost(inPlainLetters(typed), inPlainLetters(meant)));

function editCost(typed: string, meant: string): number {
  const costs = Array.from({ length: typed.length + 1 }, () => new Float64Array(meant.length + 1));
  const costOf = (word: string, at: number): number =>
    word[at] === word[at - 1] ? halfCost : isSoft(word[at]!) ? vowelCost : 1;
  for (let i = 1; i <= typed.length; i++) costs[i]![0] = costs[i - 1]![0]! + costOf(typed, i - 1);
  for (let j = 1; j <= meant.length; j++) costs[0]![j] = costs[0]![j - 1]! + costOf(meant, j - 1);
  for (let i = 1; i <= typed.length; i++)
    for (let j = 1; j <= meant.length; j++) {
      const [one, other] = [typed[i - 1]!, meant[j - 1]!];
      const changed = one === other ? 0 : soundSame(one, other) ? halfCost : 1;
      costs[i]![j] = Math.min(
        costs[i - 1]![j]! + costOf(typed, i - 1),
        costs[i]![j - 1]! + costOf(meant, j - 1),
        costs[i - 1]![j - 1]! + changed,
        i > 1 && j > 1 && one === meant[j - 2] && other === typed[i - 2]
          ? costs[i - 2]![j - 2]! + swapCost
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
