/**
 * @file The things that a text of a shopper asks for: which word names the thing, which are colours and sizes, and what else may be
 * written for each.
 */
import { splitSearchText, type TextPart, withSynonyms } from '../../ports/search-text.ts';
import type { Language } from './languages.ts';
import { isNumber, joinTyped, partSigns, plainTyping } from './typed-parts.ts';
import { countUnits, otherNumeral, spellSize } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Role = 'head' | 'color' | 'size' | 'other';

/** Words that will do for others, next to each other where they are several. */
export interface Alternative {
  readonly words: readonly string[];
  /** The same in other letters: as good as what was typed. */
  readonly isSame?: boolean;
  /** A shade, which says something only where products tell of their colour: the walls of a bottle green room hold no bottles. */
  readonly isShade?: boolean;
}

/** One thing that is asked for. */
export interface ReadPart {
  readonly words: readonly string[];
  /** The words stand next to each other. */
  readonly isPhrase: boolean;
  readonly role: Role;
  readonly alternatives: readonly Alternative[];
  /** The catalogue has the words, or something that will do for them. */
  readonly isKnown: boolean;
  /** Its word is mostly what products are, not what they are like. */
  readonly isThing: boolean;
  /** Of the head: another word stands where a thing is named, which no product is called. */
  readonly isGuess?: boolean;
  /** Of its rarest word: 0, all products have it, to 1, none has. */
  readonly rarity: number;
}

export interface ReadingContext {
  readonly vocabulary: Vocabulary;
  readonly synonyms: readonly (readonly string[])[];
  /** How words that a few products have are usually spelled. */
  readonly variants: ReadonlyMap<string, string>;
  /** Words that a synonym joins stay apart. */
  readonly isApart?: boolean;
}

/** Of longer texts the beginning is read. */
const mostParts = 40;

/** In the order in which they were typed, each once; stop words only where there is nothing else. */
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

/** Synonyms that the catalogue has. A part that has none left was joined in vain, and each of its words has synonyms of its own. */
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
  // What was joined from two is the same; what a shop calls a synonym is not quite.
  const alternatives: Alternative[] = synonyms.map((one) =>
    one.join('') === words.join('') ? { words: one, isSame: true } : { words: one },
  );
  // `over ear`: an index leaves `over` out, and any ear would do.
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

/** `vitamin d` is `vitamin d3`, too. */
const numbered = (word: string, letter: string, vocabulary: Vocabulary): Alternative[] =>
  Array.from({ length: 20 }, (_, number) => `${letter}${number + 1}`)
    .filter(vocabulary.has)
    .map((one) => ({ words: [word, one] }));

/** `12inch`, or its number and its unit. `3 pack` is a `pack of 3`, too. */
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
/** It says nothing of whether a word was spelled right: `gummius` is hardly `gummi us`, nor `lapsticks` `lap sticks`. */
const isScrap = (half: string): boolean => /^\p{L}{1,3}$/u.test(half);

const shortestToSplit = 4;

/** `pourover` as `pour over`, `omega3` as `omega 3`. */
export function splitsOf(word: string, vocabulary: Vocabulary): Alternative[] {
  const atDigits = word.match(/\d+|[^\d]+/g) ?? [];
  if (atDigits.length > 1) return [{ words: atDigits, isSame: true }];
  if (word.length < shortestToSplit) return [];
  return Array.from(word, (_, at): [string, string] => [word.slice(0, at), word.slice(at)])
    .filter(([left, right]) => isHalf(left, right, vocabulary) && isHalf(right, left, vocabulary))
    .map((halves) => ({ words: halves, isSame: true }));
}

/** What they find has to have both halves side by side: an index leaves out stop words, and then one half would do. */
function isHalf(half: string, other: string, vocabulary: Vocabulary): boolean {
  // `tshirt`, though `train` is no `t rain`; `thankyou`, where the other half says all.
  if (half === 't') return /^shirts?$/.test(other);
  if (half === 'you') return true;
  if (vocabulary.lexemeOf(half) === null) return false;
  const isWord = vocabulary.has(other + half) || vocabulary.has(half + other);
  if (half.length < (isWord ? 3 : 2)) return false;
  return vocabulary.has(half) || (half.length > 3 && vocabulary.isKnown(half));
}

/** The word that names the thing: in English the last one before `for`, `with` and their like, sizes and colours aside. */
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

/** Of several words the one that says what they are. */
const namingWordOf = (words: readonly string[], { isNamedLast }: Pick<Language, 'isNamedLast'>): string =>
  words.at(isNamedLast ? -1 : 0)!;

/** Of the products that have a word, so many are called by it. */
const mostlyNames = 0.6;

const namesThings = (part: UnplacedPart, vocabulary: Vocabulary): boolean =>
  waysOf(part).some((way) => {
    const word = namingWordOf(way, vocabulary.language);
    const heads = vocabulary.headsOf(word);
    return heads > 0 && heads >= mostlyNames * vocabulary.documentsOf(word);
  });
