/** @file Measures how likely a typed word is a slip for another word, by the errors that fingers and ears make. */

const vowels = new Set('aeiouy');
const halfCost = 0.5;
/** A missing or extra vowel is noticed more easily than a wrong one. */
const vowelCost = 0.75;
/** Swapping two letters is a common slip in fast typing. */
const swapCost = 0.9;

/** Letters that may spell the same sound: `kandle`, `sinnamon`, `jem`. */
const alike = new Set(['ck', 'cs', 'sz', 'gj']);

/** Other spellings of the same sound: `beenie` for `beeny`, `sephora` for `sefora`, `netflix` for `netflicks`, `night` for `nite`. */
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
 * The cost of the edits between two words: missing, extra, wrong or swapped letters. Errors by ear or by a double hit count half: a
 * vowel, and a letter that repeats the one before it.
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

/** True for `diner` and `dinner`, or `creme` and `cream`, which differ only in vowels and doubled letters. */
export const soundAlike = (one: string, other: string): boolean =>
  one[0] === other[0] && consonantsOf(one) === consonantsOf(other);

const consonantsOf = (word: string): string =>
  Array.from(word)
    .filter((letter, at) => !isSoft(letter) && letter !== word[at - 1])
    .join('');
