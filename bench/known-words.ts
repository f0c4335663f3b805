/** @file Checks that search never replaces words that the catalogue has. */
import type pg from 'pg';
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';
import { createRandom } from './search-titles.ts';

export interface KnownWordFigures {
  readonly pairs: number;
  /** Pairs that search replaced by other words. */
  readonly corrected: readonly string[];
}

/** Searches for random pairs of words from titles. */
export async function askKnownWords(
  index: SearchIndex,
  pool: pg.Pool,
  { seed, count }: { seed: number; count: number },
): Promise<KnownWordFigures> {
  const { rows } = await pool.query<{ word: string }>(
    `select word from search_words where documents > 0 and word ~ '^[a-z]{3,}$' order by word collate "C"`,
  );
  const random = createRandom(seed);
  const draw = (): string => rows[Math.floor(random() * rows.length)]!.word;
  const corrected: string[] = [];
  for (let asked = 0; asked < count; asked++) {
    const text = `${draw()} ${draw()}`;
    const { reading } = await index.search({ text, filters: {}, sort: 'relevance', limit: 1 });
    if (reading === 'corrected') corrected.push(text);
  }
  return { pairs: count, corrected };
}
