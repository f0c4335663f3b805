/** @file The language of the search documents: `search_language`, and the text search configuration `kindred_search`. */
import type pg from 'pg';
import type { SearchLanguage } from '../../config/config.ts';
import { type Language, languages } from './languages.ts';

/** Any number, as long as nothing else takes it. */
const languageLock = '7739269533206410343';

type Queryable = Pick<pg.Pool, 'query'>;

export interface LanguageState {
  /** Of the documents. */
  readonly language: SearchLanguage;
  /** Of the configuration, which is another one after a restore. */
  readonly stemmer: string;
}

export async function readLanguageState(client: Queryable): Promise<LanguageState> {
  const { rows } = await client.query<LanguageState>(
    `select language, (
       select d.dictname from pg_ts_config_map m join pg_ts_dict d on d.oid = m.mapdict
       where m.mapcfg = 'kindred_search'::regconfig and d.dictname like '%\\_stem' limit 1) as stemmer
     from search_language`,
  );
  return rows[0]!;
}

export async function readLanguage(client: Queryable): Promise<Language> {
  const { rows } = await client.query<{ language: SearchLanguage }>('select language from search_language');
  return languages[rows[0]!.language];
}

/** Until the transaction ends, one node of all changes the language. */
export async function lockLanguage(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [languageLock]);
}

/** Writes all documents anew, and tells search. Products and categories are not written meanwhile. */
export async function writeLanguage(
  client: Queryable,
  { name, stemmer }: Language,
  before: LanguageState,
): Promise<void> {
  // In the order in which imports write them.
  await client.query('lock table categories, products in share row exclusive mode');
  if (before.stemmer !== stemmer)
    await client.query(
      `alter text search configuration kindred_search alter mapping replace ${before.stemmer} with ${stemmer}`,
    );
  await client.query('update search_language set language = $1', [name]);
  await client.query('select put_search_documents(array_agg(product_id)) from products where is_listed');
  await client.query(`select tell_search('{0}')`);
}

/** SQL of what a folded word says; null when that is nothing. */
export const lexemeOf = (word: string, { stemmer, foldedStopWords }: Language): string => {
  const lexeme = `(ts_lexize('${stemmer}', ${word}))[1]`;
  return foldedStopWords.length === 0
    ? lexeme
    : `case when ${word} <> all('{${foldedStopWords.join(',')}}') then ${lexeme} end`;
};
