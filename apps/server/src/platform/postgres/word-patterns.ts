const wordsAtMost = 10;

/** One `ilike` pattern for each word of a typed text, for `ilike all (...)`. Words beyond the tenth are ignored. */
export function wordPatterns(text: string): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, wordsAtMost);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
