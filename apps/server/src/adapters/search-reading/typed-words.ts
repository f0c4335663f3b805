import type pg from 'pg';
import { wordsOf } from '../../ports/search-text.ts';
import { lexemeOf } from './language-repository.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TypedWords {
  /** With what those words say that are not in it: `candelabras` where the catalogue has a `candelabra`. */
  readonly vocabulary: Vocabulary;
  /** No product has them, nor a form of them, wherever one looks. */
  readonly nowhere: ReadonlySet<string>;
  /** The text is a product's whole title, or its own number. */
  readonly isExact: boolean;
}

/** What the vocabulary does not know of a text. */
export async function readTypedWords(
  pool: pg.Pool,
  vocabulary: Vocabulary,
  text: string,
): Promise<TypedWords> {
  const others = wordsOf(text).filter((word) => !vocabulary.has(word));
  if (others.length === 0) return { vocabulary, nowhere: new Set(), isExact: false };
  const { rows } = await pool.query<[string, string | null, boolean, boolean]>({
    text: `
      with exact as materialized (
        select exists (select from search_documents where title_key = search_key($2) and title_key <> '')
          or exists (select from products where parent_asin = upper($2) and is_listed) as is_exact
      )
      select word, ${lexemeOf('word', vocabulary.language)},
        exists (select from search_documents where document @@ to_tsquery('kindred_search', quote_literal(word))), is_exact
      from unnest($1::text[]) as word, exact`,
    values: [others, text],
    rowMode: 'array',
  });
  return {
    vocabulary: vocabulary.withLexemes(new Map(rows.map(([word, lexeme]) => [word, lexeme]))),
    nowhere: new Set(rows.flatMap(([word, lexeme, stands]) => (lexeme === null || stands ? [] : [word]))),
    isExact: rows.some(([, , , isExact]) => isExact),
  };
}
