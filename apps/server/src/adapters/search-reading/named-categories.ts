import { wordsOf } from '../../ports/search-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Categories that are called as a text calls what it asks for: `Mugs`, `Mugs & Cups` and `Travel Mugs` of `mug`, not `Mug Trees`. */
export function namedCategories<Category extends { readonly name: string }>(
  names: readonly (readonly string[])[],
  categories: readonly Category[],
  { lexemeOf, language: { conjunction, isNamedLast } }: Pick<Vocabulary, 'lexemeOf' | 'language'>,
): Category[] {
  const wanted = names.map((words) => words.map(lexemeOf));
  const isCalled = (kind: readonly string[]): boolean => {
    const lexemes = kind.map(lexemeOf);
    return wanted.some(
      (words) =>
        words.length > 0 &&
        words.length <= lexemes.length &&
        words.every((one, at) => one === lexemes.at(isNamedLast ? at - words.length : at)),
    );
  };
  return categories.filter(({ name }) =>
    name
      .split(/[&,/+]/)
      .flatMap((part) => kindsOf(wordsOf(part), conjunction))
      .some(isCalled),
  );
}

/** `Mugs and Cups` are two. */
function kindsOf(words: readonly string[], conjunction: string): string[][] {
  const at = words.indexOf(conjunction);
  return at < 0 ? [[...words]] : [words.slice(0, at), ...kindsOf(words.slice(at + 1), conjunction)];
}
