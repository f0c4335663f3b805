import type pg from 'pg';
import { wordsOf } from '../../ports/search-text.ts';
import { lexemeOf } from './language-repository.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The vocabulary, and what those words of a text say that are not in it: `candelabras` where the catalogue has a `candelabra`. */
export async function withTypedLexemes(
  pool: pg.Pool,
  vocabulary: Vocabulary,
  text: string,
): Promise<Vocabulary> {
  const others = wordsOf(text).filter((word) => !vocabulary.has(word));
  if (others.length === 0) return vocabulary;
  const { rows } = await pool.query<[string, string | null]>({
    text: `select word, ${lexemeOf('word', vocabulary.language)} from unnest($1::text[]) as word`,
    values: [others],
    rowMode: 'array',
  });
  return vocabulary.withLexemes(new Map(rows));
}
