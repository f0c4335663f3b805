/** How people talk about a group of kinds, besides what they say about anything. */
export interface Talk {
  /** Of 4 and 5 stars, and of 1 and 2. */
  titles: { good: readonly string[]; bad: readonly string[] };
  short: { good: readonly string[]; bad: readonly string[] };
  openers: { good: readonly string[]; bad: readonly string[] };
  /** On how it suits them. */
  suits: readonly string[];
  misses: readonly string[];
  context: readonly string[];
}
