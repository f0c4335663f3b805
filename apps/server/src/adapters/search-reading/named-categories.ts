import { wordsOf } from '../../ports/search-text.ts';
import type { Names } from './find-text.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Named {
  /** It is called as the text is, and not only as its thing: `Bags` for `bags`, where `Sleeping Bags` are bags, too. */
  readonly isExact: boolean;
  /** It holds nothing else: `Mugs & Cups` does. */
  readonly isOneThing: boolean;
}

/**
 * Categories that are called as the text is. For want of one, those that are called as it calls the thing: `Mugs & Cups` and `Travel
 * Mugs` of `steel mug`, not `Mug Trees`.
 */
export function namedCategories<Category extends { readonly name: string }>(
  names: Names,
  categories: readonly Category[],
  { lexemeOf, language: { conjunction, isNamedLast } }: Pick<Vocabulary, 'lexemeOf' | 'language'>,
): (Category & Named)[] {
  const lexemesOf = (words: readonly string[]) => words.map(lexemeOf);
  const kinds = categories.map((category) => ({
    category,
    kinds: category.name
      .split(/[&,/+]/)
      .flatMap((part) => kindsOf(wordsOf(part), conjunction).map(lexemesOf)),
  }));
  const called = (ways: readonly (readonly string[])[], isExact: boolean) => {
    const wanted = ways.map(lexemesOf).filter((words) => words.length > 0);
    const fits = (kind: readonly (string | null)[]) =>
      wanted.some(
        (words) =>
          (isExact ? words.length === kind.length : words.length <= kind.length) &&
          words.every((one, at) => one === kind.at(isNamedLast ? at - words.length : at)),
      );
    return kinds
      .filter((one) => one.kinds.some(fits))
      .map((one) => ({ ...one.category, isExact, isOneThing: one.kinds.length === 1 }));
  };
  const exact = called(names.whole, true);
  return exact.length > 0 ? exact : called(names.head, false);
}

/** `Mugs and Cups` are two. */
function kindsOf(words: readonly string[], conjunction: string): string[][] {
  const at = words.indexOf(conjunction);
  return at < 0 ? [[...words]] : [words.slice(0, at), ...kindsOf(words.slice(at + 1), conjunction)];
}
