import { wordsOf } from '../../ports/search-text.ts';
import { beginsLike } from './similar-beginning.ts';

const most = 10;

/**
 * What was typed with its last word completed, by the words of the titles that were found, the most frequent first. Tolerantly, the
 * words before are put right as well.
 */
export function completeLastWord(
  typed: readonly string[],
  titles: readonly string[],
  isTolerant: boolean,
): string[] {
  const last = typed.at(-1)!;
  const before = typed.slice(0, -1);
  const words = titles.map((title) => [...new Set(wordsOf(title))]);
  const frequent = (fits: (word: string) => boolean): string[] => {
    const counts = new Map<string, number>();
    for (const title of words)
      for (const word of title) if (fits(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  };
  const kept = isTolerant
    ? before.map((word) => frequent((other) => beginsLike(other, word))[0] ?? word)
    : before;
  return frequent((word) => (isTolerant ? beginsLike(word, last) : word.startsWith(last)))
    .slice(0, most)
    .map((word) => [...kept, word].join(' '))
    .filter((completed) => completed !== typed.join(' '));
}
