/**
 * @file A search text as both engines take it: words, phrases in quotation marks, synonyms. Synonyms are looked up when somebody
 * searches, so that a new group needs no new index.
 */

/** One thing that was asked for. */
export interface TextPart {
  /** As typed but for capitals, accents and signs: letters and digits alone. */
  readonly words: readonly string[];
  /** The words stand next to each other. */
  readonly isPhrase: boolean;
  /** Each is a word, or several next to each other, that will do instead of `words`. */
  readonly synonyms: readonly (readonly string[])[];
}

/** What is no letter of the plain alphabet and no accent either. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ı: 'i',
};

/** Without capitals and accents. The й is a letter of its own. */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!и)[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłħŧþı]/g, (letter) => spelledOut[letter]!);
}

/** Runs of letters and digits; everything else parts them. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The same for `Mugs  blue`, `MUGS blue` and `"mugs" blue`; empty where there is no word. */
export const searchKey = (text: string): string => wordsOf(text).join(' ');

/** A quotation mark without a second one is a sign like any other. */
export function splitSearchText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const [, quoted, plain] of text.matchAll(/["“”]([^"“”]*)["“”]|([^"“”]+|["“”])/g)) {
    const words = wordsOf(quoted ?? plain ?? '');
    if (quoted !== undefined && words.length > 1) parts.push({ words, isPhrase: true, synonyms: [] });
    else for (const word of words) parts.push({ words: [word], isPhrase: false, synonyms: [] });
  }
  return parts;
}

/**
 * Joins neighbouring words that a group names together, the longest first, and gives each its synonyms. A phrase is meant as
 * it stands.
 *
 * @example withSynonyms(splitSearchText('red running shoes'), [['sneaker', 'running shoe']])
 * // [{ words: ['red'], … }, { words: ['running', 'shoes'], synonyms: [['sneaker']], … }]
 */
export function withSynonyms(
  parts: readonly TextPart[],
  groups: readonly (readonly string[])[],
  { isApart = false } = {},
): readonly TextPart[] {
  const { longest, byKey } = readGroups(groups);
  const expanded: TextPart[] = [];
  for (let at = 0; at < parts.length; ) {
    const { part, length } = joinAt(parts, at, isApart ? 1 : longest, byKey) ?? {
      part: parts[at]!,
      length: 1,
    };
    expanded.push(part);
    at += length;
  }
  return expanded;
}

type Entry = readonly string[];

interface SynonymIndex {
  /** Words of an entry. */
  readonly longest: number;
  /** All entries of the groups that have one of that key. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
}

/** A search needs a few of thousands of groups: they are read once, for as long as somebody holds them. */
const indexes = new WeakMap<readonly (readonly string[])[], SynonymIndex>();

function readGroups(groups: readonly (readonly string[])[]): SynonymIndex {
  const known = indexes.get(groups);
  if (known) return known;
  const byKey = new Map<string, Entry[]>();
  let longest = 1;
  for (const group of groups) {
    const entries = group.map(wordsOf).filter((words) => words.length > 0);
    longest = Math.max(longest, ...entries.map((words) => words.length));
    for (const key of new Set(entries.map(keyOf))) byKey.set(key, [...(byKey.get(key) ?? []), ...entries]);
  }
  const index = { longest, byKey };
  indexes.set(groups, index);
  return index;
}

function joinAt(
  parts: readonly TextPart[],
  at: number,
  longest: number,
  byKey: SynonymIndex['byKey'],
): { part: TextPart; length: number } | undefined {
  for (let length = Math.min(longest, parts.length - at); length > 0; length--) {
    const run = parts.slice(at, at + length);
    // What has synonyms already keeps them.
    if (run.some(({ isPhrase }) => isPhrase) || (length === 1 && run[0]!.synonyms.length > 0)) continue;
    const words = run.flatMap((part) => part.words);
    const key = keyOf(words);
    const found = byKey.get(key);
    if (!found) continue;
    const synonyms = new Map(found.map((entry) => [keyOf(entry), entry]));
    // In other pieces it is another spelling: `goose neck kettle`.
    if (synonyms.get(key)!.length === words.length) synonyms.delete(key);
    return { part: { words, isPhrase: false, synonyms: [...synonyms.values()] }, length };
  }
  return undefined;
}

/** Entries of synonyms with the same key read the same: `rain coat` is a `raincoat`, `couches` are a `couch`. */
export const keyOf = (words: readonly string[]): string => words.map(singular).join('');

/** Good enough to see that `couches` are a `couch`; the engines have better ones for what they look up. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|z|ch|sh)es$/, '$1')
    .replace(/s$/, (end, place) => (word[place - 1] === 's' ? end : ''));
}
