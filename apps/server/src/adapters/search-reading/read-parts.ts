/**
 * @file Splits a shopper's text into parts: which word names the thing, which words are colours and sizes, and which alternatives each
 * part has.
 */
import { splitSearchText, type TextPart, withSynonyms } from '../../ports/search-text.ts';
import type { Language } from './languages.ts';
import { isNumber, joinTyped, partSigns, plainTyping } from './typed-parts.ts';
import { countUnits, otherNumeral, spellSize } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Role = 'head' | 'color' | 'size' | 'other';

/** Words that may replace others. Several words must be next to each other. */
export interface Alternative {
  readonly words: readonly string[];
  /** Only spelled differently, so as good as the typed words. */
  readonly isSame?: boolean;
  /** A shade of a colour. It counts only in texts about colour, because `bottle green` walls are not bottles. */
  readonly isShade?: boolean;
}

/** One part of a text. */
export interface ReadPart {
  readonly words: readonly string[];
  /** The words must be next to each other. */
  readonly isPhrase: boolean;
  readonly role: Role;
  readonly alternatives: readonly Alternative[];
  /** The catalogue has the words or an alternative. */
  readonly isKnown: boolean;
  /** Its word mostly names products instead of describing them. */
  readonly isThing: boolean;
  /** For the head: the word in the naming position names no product, so another word was chosen. */
  readonly isGuess?: boolean;
  /** The rarity of its rarest word, from 0 (all products have it) to 1 (no product has it). */
  readonly rarity: number;
}

export interface ReadingContext {
  readonly vocabulary: Vocabulary;
  readonly synonyms: readonly (readonly string[])[];
  /** The usual spelling of words that only a few products have. */
  readonly variants: ReadonlyMap<string, string>;
  /** Do not join words for synonyms. */
  readonly isApart?: boolean;
}

/** Parts beyond this number are ignored. */
const mostParts = 40;

/** Returns the parts in the typed order, each once. Stop words count only if the text has no other words. */
export function readParts(
  text: string,
  { vocabulary, synonyms, variants, isApart = false }: ReadingContext,
): ReadPart[] {
  const split = splitSearchText(plainTyping(text)).map(partSigns).slice(0, mostParts);
  const joined = joinTyped(split, vocabulary).map((part) =>
    part.synonyms.length === 0 ? part : withSynonymsOfJoined(part, synonyms),
  );
  const seen = new Set<string>();
  const parts = withSynonyms(joined, synonyms, { isApart })
    .flatMap((part) => knownSynonyms(part, vocabulary, synonyms))
    .map((part) => withVariant(readPart(part, vocabulary), variants))
    .filter(({ words }) => !seen.has(words.join(' ')) && seen.add(words.join(' ')));
  const { head, isGuess } = headOf(parts, vocabulary);
  const saysNothing = ({ words }: UnplacedPart) => words.every((word) => vocabulary.lexemeOf(word) === null);
  return parts
    .filter((part) => !saysNothing(part) || parts.every(saysNothing))
    .map((part) => ({
      ...part,
      ...(part === head && { role: 'head' as const, isGuess }),
      isThing: namesThings(part, vocabulary),
      rarity: Math.max(...part.words.map((word) => vocabulary.rarityOf(word))),
      isKnown: waysOf(part).some(
        (way) =>
          !(isSplit(part, way) && way.some(isScrap)) &&
          way.every((word) => word.length < 2 || isNumber(word) || vocabulary.isKnown(word)),
      ),
    }));
}

export const waysOf = ({
  words,
  alternatives,
}: Pick<ReadPart, 'words' | 'alternatives'>): (readonly string[])[] => [
  words,
  ...alternatives.map((one) => one.words),
];

type UnplacedPart = Omit<ReadPart, 'isKnown' | 'isThing' | 'rarity'>;

function withSynonymsOfJoined(part: TextPart, groups: readonly (readonly string[])[]): TextPart {
  const [word] = withSynonyms([{ words: part.synonyms[0]!, isPhrase: false, synonyms: [] }], groups);
  return { ...part, synonyms: [...part.synonyms, ...word!.synonyms] };
}

function withVariant(part: UnplacedPart, variants: ReadingContext['variants']): UnplacedPart {
  const variant = part.words.length === 1 ? variants.get(part.words[0]!) : undefined;
  return variant === undefined
    ? part
    : { ...part, alternatives: [...part.alternatives, { words: [variant], isSame: true }] };
}

/** Keeps the synonyms that the catalogue has. If a joined part has none left, it is split again, and each word gets its own synonyms. */
function knownSynonyms(
  { words, isPhrase, synonyms }: TextPart,
  vocabulary: Vocabulary,
  groups: readonly (readonly string[])[],
): TextPart[] {
  const known = synonyms
    .flatMap((one) => (one.length > 1 ? [one, [one.join('')]] : [one]))
    .filter((one) => one.every((word) => isNumber(word) || vocabulary.isKnown(word)));
  return isPhrase || words.length < 2 || known.length > 0 || spellSize(words[0]!, words[1]!).length > 0
    ? [{ words, isPhrase, synonyms: known }]
    : words
        .flatMap((word) => withSynonyms([{ words: [word], isPhrase: false, synonyms: [] }], groups))
        .flatMap((part) => knownSynonyms(part, vocabulary, groups));
}

function readPart({ words, isPhrase, synonyms }: TextPart, vocabulary: Vocabulary): UnplacedPart {
  const size = isPhrase ? undefined : readSize(words);
  if (size) return size;
  // Two joined words are the same as typed; a shop's synonym is not quite the same.
  const alternatives: Alternative[] = synonyms.map((one) =>
    one.join('') === words.join('') ? { words: one, isSame: true } : { words: one },
  );
  // For `over ear`, the index ignores the stop word `over`, so any `ear` would match.
  const isJoined = words.length === 2 && synonyms[0]?.length === 1 && alternatives[0]!.isSame;
  if (isJoined && words.some((one) => vocabulary.lexemeOf(one) === null))
    return {
      words: synonyms[0]!,
      isPhrase,
      role: 'other',
      alternatives: [{ words }, ...alternatives.slice(1)],
    };
  const [word = '', letter] = words;
  if (words.length === 2 && /^\p{L}$/u.test(letter!))
    alternatives.push(...numbered(word, letter!, vocabulary));
  if (words.length > 1 || isPhrase) return { words, isPhrase, role: 'other', alternatives };
  const other = vocabulary.language.otherNumber(word);
  if (other !== undefined) alternatives.push({ words: [other], isSame: true });
  const numeral = otherNumeral(word);
  if (numeral !== undefined) alternatives.push({ words: [numeral], isSame: true });
  alternatives.push(...splitsOf(word, vocabulary));
  const shades = vocabulary.language.shadesOfColor(word);
  if (shades) return { words, isPhrase, role: 'color', alternatives: [...alternatives, ...shades] };
  return { words, isPhrase, role: 'other', alternatives };
}

/** `vitamin d` also means `vitamin d3`. */
const numbered = (word: string, letter: string, vocabulary: Vocabulary): Alternative[] =>
  Array.from({ length: 20 }, (_, number) => `${letter}${number + 1}`)
    .filter(vocabulary.has)
    .map((one) => ({ words: [word, one] }));

/** Reads `12inch`, or the number and the unit apart. `3 pack` also means `pack of 3`. */
function readSize(words: readonly string[]): UnplacedPart | undefined {
  const [, whole, part, unit] = /^(\d+)(?:d(\d+))?([a-z]+)$/.exec(words.join('')) ?? [];
  if (whole === undefined || words.length > 2) return undefined;
  const number = part === undefined ? whole : `${whole}.${part}`;
  const sizes = spellSize(number, unit!);
  if (sizes.length === 0) return undefined;
  const packs = countUnits.has(unit!) ? ['pack', 'set', 'box'].map((pack) => [pack, 'of', number]) : [];
  return {
    words: [words.join('')],
    isPhrase: false,
    role: 'size',
    alternatives: [...sizes, ...packs].map((one) => ({ words: one, isSame: true })),
  };
}

const isSplit = ({ words }: UnplacedPart, way: readonly string[]): boolean =>
  words.length === 1 && way.length === 2 && way.join('') === words[0];
/** A short half does not show that a word is spelled correctly: `gummius` is hardly `gummi us`, nor is `lapsticks` `lap sticks`. */
const isScrap = (half: string): boolean => /^\p{L}{1,3}$/u.test(half);

const shortestToSplit = 4;

/** Splits `pourover` into `pour over`, and `omega3` into `omega 3`. */
export function splitsOf(word: string, vocabulary: Vocabulary): Alternative[] {
  const atDigits = word.match(/\d+|[^\d]+/g) ?? [];
  if (atDigits.length > 1) return [{ words: atDigits, isSame: true }];
  if (word.length < shortestToSplit) return [];
  return Array.from(word, (_, at): [string, string] => [word.slice(0, at), word.slice(at)])
    .filter(([left, right]) => isHalf(left, right, vocabulary) && isHalf(right, left, vocabulary))
    .map((halves) => ({ words: halves, isSame: true }));
}

/** Both halves must be indexed words: an index leaves out stop words, and then one half alone would match. */
function isHalf(half: string, other: string, vocabulary: Vocabulary): boolean {
  // `tshirt` can be split, but `train` is not `t rain`. In `thankyou`, the other half carries the meaning.
  if (half === 't') return /^shirts?$/.test(other);
  if (half === 'you') return true;
  if (vocabulary.lexemeOf(half) === null) return false;
  const isWord = vocabulary.has(other + half) || vocabulary.has(half + other);
  if (half.length < (isWord ? 3 : 2)) return false;
  return vocabulary.has(half) || (half.length > 3 && vocabulary.isKnown(half));
}

/** Returns the part that names the thing: in English the last one before `for`, `with` and similar words, except sizes and colours. */
function headOf(
  parts: readonly UnplacedPart[],
  vocabulary: Vocabulary,
): { head: UnplacedPart | undefined; isGuess: boolean } {
  const { prepositions, isNamedLast } = vocabulary.language;
  const end = parts.findIndex(({ words }, at) => at > 0 && words.length === 1 && prepositions.has(words[0]!));
  const nouns = parts
    .slice(0, end < 0 ? undefined : end)
    .filter(
      ({ role, words }) =>
        role === 'other' && !words.every((word) => vocabulary.lexemeOf(word) === null || isNumber(word)),
    );
  if (!isNamedLast) nouns.reverse();
  const last = nouns.at(-1);
  const thing =
    last === undefined || headsOf(last, vocabulary) > 0
      ? last
      : nouns.findLast((part) => namesThings(part, vocabulary));
  return { head: thing ?? last, isGuess: thing !== undefined && thing !== last };
}

const headsOf = (part: UnplacedPart, vocabulary: Vocabulary): number =>
  Math.max(...waysOf(part).map((way) => vocabulary.headsOf(namingWordOf(way, vocabulary.language))));

/** Returns the word of a phrase that says what it is. */
const namingWordOf = (words: readonly string[], { isNamedLast }: Pick<Language, 'isNamedLast'>): string =>
  words.at(isNamedLast ? -1 : 0)!;

/** The share of a word's products that the word must name. */
const mostlyNames = 0.6;

const namesThings = (part: UnplacedPart, vocabulary: Vocabulary): boolean =>
  waysOf(part).some((way) => {
    const word = namingWordOf(way, vocabulary.language);
    const heads = vocabulary.headsOf(word);
    return heads > 0 && heads >= mostlyNames * vocabulary.documentsOf(word);
  });
