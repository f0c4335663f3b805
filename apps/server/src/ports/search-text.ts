/**
 * @file Splits a search text for both engines: words, phrases in quotation marks, synonyms. Synonyms are looked up at the time of the
 * search, so a new group needs no new index.
 */

/** A part of a search text. */
export interface TextPart {
  /** The words as typed, without capitals, accents and signs. */
  readonly words: readonly string[];
  /** The words must be next to each other. */
  readonly isPhrase: boolean;
  /** Each synonym is a word, or several adjacent words, that may replace `words`. */
  readonly synonyms: readonly (readonly string[])[];
}

/** Letters outside the basic alphabet that do not differ only by an accent. */
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

/** Removes capitals and accents, but keeps й, which is a separate letter. */
export function foldText(text: string): string {
  return text
    .toWellFormed()
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!и)[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłħŧþı]/g, (letter) => spelledOut[letter]!);
}

/** Returns the runs of letters and digits in a text. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Returns the same key for `Mugs  blue`, `MUGS blue` and `"mugs" blue`, and an empty one for a text without words. */
export const searchKey = (text: string): string => wordsOf(text).join(' ');

/** An unpaired quotation mark counts as an ordinary sign. */
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
 * Joins adjacent words that form an entry of a group, the longest first, and adds the synonyms of each part. A phrase stays as it is.
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
  /** The most words of an entry. */
  readonly longest: number;
  /** All entries of the groups that have an entry with this key. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
}

/** A search needs a few of thousands of groups, so the index of a list is built once and kept while the list is in use. */
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
    // A part that already has synonyms keeps them.
    if (run.some(({ isPhrase }) => isPhrase) || (length === 1 && run[0]!.synonyms.length > 0)) continue;
    const words = run.flatMap((part) => part.words);
    const key = keyOf(words);
    const found = byKey.get(key);
    if (!found) continue;
    const synonyms = new Map(found.map((entry) => [keyOf(entry), entry]));
    // Another split of the words is another spelling: `goose neck kettle`.
    if (synonyms.get(key)!.length === words.length) synonyms.delete(key);
    return { part: { words, isPhrase: false, synonyms: [...synonyms.values()] }, length };
  }
  return undefined;
}

/** Entries with the same key read the same: `rain coat` and `raincoat`, `couches` and `couch`. */
export const keyOf = (words: readonly string[]): string => words.map(singular).join('');

/** A simple stemmer that is good enough for `couches` and `couch`. The engines use better ones. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|z|ch|sh)es$/, '$1')
    .replace(/s$/, (end, place) => (word[place - 1] === 's' ? end : ''));
}
