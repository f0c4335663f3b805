import { wordsOf } from '../../ports/search-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Categories that are called as a text calls what it asks for: `Mugs`, `Mugs & Cups` and `Travel Mugs` of `mug`, not `Mug Trees`. */
export function namedCategories<Category extends { readonly name: string }>(
  names: readonly (readonly string[])[],
  categories: readonly Category[],
  lexemeOf: Vocabulary['lexemeOf'],
): Category[] {
  const wanted = names.map((words) => words.map(lexemeOf));
  return categories.filter(({ name }) =>
    name.split(/[&,/+]|\band\b/i).some((kind) => {
      const kinds = wordsOf(kind).map(lexemeOf);
      return wanted.some(
        (lexemes) =>
          lexemes.length > 0 &&
          lexemes.length <= kinds.length &&
          lexemes.every((one, at) => one === kinds.at(at - lexemes.length)),
      );
    }),
  );
}
