import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { wordsOf } from '../../ports/search-text.ts';
import { lexemeOf } from './language-repository.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface TypedWords {
  /** The vocabulary with the lexemes of words that it does not contain: `candelabras` if the catalogue has `candelabra`. */
  readonly vocabulary: Vocabulary;
  /** Words that no product has in any text, in any form. */
  readonly nowhere: ReadonlySet<string>;
  /** The text is a product's whole title or its number. */
  readonly isExact: boolean;
}

interface TypedWord {
  word: string;
  lexeme: string | null;
  stands: boolean;
  is_exact: boolean;
}

/** Looks up the words of a text that the vocabulary does not know. */
export async function readTypedWords(
  db: Database,
  vocabulary: Vocabulary,
  text: string,
): Promise<TypedWords> {
  const others = wordsOf(text).filter((word) => !vocabulary.has(word));
  if (others.length === 0) return { vocabulary, nowhere: new Set(), isExact: false };
  const { rows } = await db.execute<TypedWord>(sql`
      with exact as materialized (
        select exists (select from search_documents where title_key = search_key(${text}) and title_key <> '')
          or exists (select from products where parent_asin = upper(${text}) and is_listed) as is_exact
      )
      select word, ${lexemeOf(vocabulary.language)} as lexeme, is_exact,
        exists (select from search_documents where document @@ to_tsquery('kindred_search', quote_literal(word))) as stands
      from unnest(${others}::text[]) as word, exact`);
  return {
    vocabulary: vocabulary.withLexemes(new Map(rows.map(({ word, lexeme }) => [word, lexeme]))),
    nowhere: new Set(rows.flatMap(({ word, lexeme, stands }) => (lexeme === null || stands ? [] : [word]))),
    isExact: rows.some(({ is_exact }) => is_exact),
  };
}
