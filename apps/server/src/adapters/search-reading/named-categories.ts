import { wordsOf } from '../../ports/search-text.ts';
import type { Names } from './find-text.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Named {
  /** Its name is the whole text, not only the thing: `Bags` for `bags`, while `Sleeping Bags` are also bags. */
  readonly isExact: boolean;
  /** It holds only this thing, unlike `Mugs & Cups`. */
  readonly isOneThing: boolean;
}

interface NamedCategory {
  readonly slug: string;
  readonly name: string;
}

type Lexemes = readonly (string | null)[];

/** The kinds that a category's name lists, as lexemes. */
interface Kinds<Category> {
  readonly category: Category;
  readonly own: readonly Lexemes[];
  /** The lexemes of the categories above it. */
  readonly above: readonly Lexemes[];
}

/**
 * Finds categories whose name is the text: `Camp Stoves` for `camp stoves`, and `Gardening` below `Books` for `gardening books`. If there
 * are none, it finds those named after the thing: `Mugs & Cups` and `Travel Mugs` for `steel mug`, but not `Mug Trees`.
 */
export function namedCategories<Category extends NamedCategory>(
  names: Names,
  categories: readonly Category[],
  vocabulary: Vocabulary,
): (Category & Named)[] {
  const { isNamedLast } = vocabulary.language;
  const lexemesOf = (ways: readonly (readonly string[])[]): Lexemes[] =>
    ways.filter((words) => words.length > 0).map((words) => words.map(vocabulary.lexemeOf));
  const whole = lexemesOf(names.whole);
  const head = lexemesOf(names.head);
  const besides = lexemesOf([names.besides]);
  const isCalled = (kinds: readonly Lexemes[], ways: readonly Lexemes[]): boolean =>
    kinds.some((kind) =>
      ways.some((words) => words.length === kind.length && endsWith(kind, words, isNamedLast)),
    );
  const isKindOf = (kinds: readonly Lexemes[], ways: readonly Lexemes[]): boolean =>
    kinds.some((kind) => ways.some((words) => endsWith(kind, words, isNamedLast)));

  const byNaming = kindsOfAll(categories, vocabulary);
  const ofThose = (ways: readonly Lexemes[]) =>
    ways.flatMap((words) => byNaming.get(namingLexeme(words, isNamedLast)) ?? []);
  const all = [...new Set(ofThose([...whole, ...head, ...besides]))];
  const exact = all.filter(
    ({ own, above }) =>
      isCalled(own, whole) ||
      (isCalled(own, head) && isCalled(above, besides)) ||
      (isCalled(own, besides) && isCalled(above, head)),
  );
  const named = exact.length > 0 ? exact : all.filter(({ own }) => isKindOf(own, head));
  return named.map(({ category, own }) => ({
    ...category,
    isExact: exact.length > 0,
    isOneThing: own.length === 1,
  }));
}

/** In a language that names the thing first, compares the beginning instead. */
const endsWith = (kind: Lexemes, words: Lexemes, isNamedLast: boolean): boolean =>
  words.length <= kind.length &&
  words.every((one, at) => one === kind.at(isNamedLast ? at - words.length : at));

const namingLexeme = (words: Lexemes, isNamedLast: boolean): string | null =>
  words.at(isNamedLast ? -1 : 0) ?? null;

/** Kinds by the word that names the thing. */
type KindsByNaming<Category> = ReadonlyMap<string | null, readonly Kinds<Category>[]>;

const kept = new WeakMap<Vocabulary, WeakMap<readonly NamedCategory[], KindsByNaming<NamedCategory>>>();

/** Cached until the vocabulary or the categories change. */
function kindsOfAll<Category extends NamedCategory>(
  categories: readonly Category[],
  vocabulary: Vocabulary,
): KindsByNaming<Category> {
  const ofVocabulary = kept.get(vocabulary) ?? new WeakMap();
  kept.set(vocabulary, ofVocabulary);
  const known = ofVocabulary.get(categories) as KindsByNaming<Category> | undefined;
  if (known) return known;
  const { lexemeOf, language } = vocabulary;
  const own = new Map(
    categories.map(({ slug, name }) => [
      slug,
      name
        .split(/[&,/+]/)
        .flatMap((part) => kindsOf(wordsOf(part), language.conjunction))
        .map((words) => words.map(lexemeOf)),
    ]),
  );
  const byNaming = new Map<string | null, Kinds<Category>[]>();
  for (const category of categories) {
    const kinds = {
      category,
      own: own.get(category.slug)!,
      above: slugsAbove(category.slug).flatMap((slug) => own.get(slug) ?? []),
    };
    for (const naming of new Set(kinds.own.map((words) => namingLexeme(words, language.isNamedLast))))
      byNaming.set(naming, [...(byNaming.get(naming) ?? []), kinds]);
  }
  ofVocabulary.set(categories, byNaming);
  return byNaming;
}

const slugsAbove = (slug: string): string[] =>
  Array.from(slug.matchAll(/\//g), ({ index }) => slug.slice(0, index));

/** `Mugs and Cups` are two kinds. */
function kindsOf(words: readonly string[], conjunction: string): string[][] {
  const at = words.indexOf(conjunction);
  return at < 0 ? [[...words]] : [words.slice(0, at), ...kindsOf(words.slice(at + 1), conjunction)];
}
