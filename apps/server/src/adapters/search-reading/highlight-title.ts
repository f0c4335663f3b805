import type { TextRange } from '../../ports/search-index.ts';
import { foldText } from '../../ports/search-text.ts';

/** Returns the words of a title that mean the same as words of a text. `lexemeOf` returns a word's meaning, or null for a stop word. */
export function highlightTitle(
  title: string,
  lexemes: ReadonlySet<string>,
  lexemeOf: (word: string) => string | null,
): TextRange[] {
  if (lexemes.size === 0) return [];
  return [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index: start }) => {
    const lexeme = lexemeOf(foldText(word));
    return lexeme !== null && lexemes.has(lexeme) ? [{ start, end: start + word.length }] : [];
  });
}
