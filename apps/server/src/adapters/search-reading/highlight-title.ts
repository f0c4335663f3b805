import type { TextRange } from '../../ports/search-index.ts';
import { foldText } from '../../ports/search-text.ts';

/** The words of a title that say the same as those of a text: `lexemeOf` tells what a word says, null when that is nothing. */
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
