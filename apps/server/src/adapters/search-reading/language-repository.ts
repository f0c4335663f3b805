/** @file The language of the search documents: `search_language`, and the text search configuration `kindred_search`. */

import type { SearchLanguage } from '../../config/config.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { type Language, languages } from './languages.ts';

/** Any number that no other lock uses. */
const languageLock = '7739269533206410343';

type Executor = Pick<Database, 'execute'>;

export interface LanguageState {
  /** The language of the documents. */
  readonly language: SearchLanguage;
  /** The stemmer of the configuration, which may differ after a restore. */
  readonly stemmer: string;
}

export async function readLanguageState(db: Executor): Promise<LanguageState> {
  const { rows } = await db.execute<LanguageState>(
    sql`select language, (
       select d.dictname from pg_ts_config_map m join pg_ts_dict d on d.oid = m.mapdict
       where m.mapcfg = 'kindred_search'::regconfig and d.dictname like '%\\_stem' limit 1) as stemmer
     from search_language`,
  );
  return rows[0]!;
}

export async function readLanguage(db: Executor): Promise<Language> {
  const { rows } = await db.execute<{ language: SearchLanguage }>(sql`select language from search_language`);
  return languages[rows[0]!.language];
}

/** Lets only one node change the language until its transaction ends. */
export async function lockLanguage(db: Executor): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${languageLock})`);
}

/** Rewrites all documents and notifies search. It locks products and categories against writes meanwhile. */
export async function writeLanguage(
  db: Executor,
  { name, stemmer }: Language,
  before: LanguageState,
): Promise<void> {
  // Locks in the order in which imports write.
  await db.execute(sql`lock table categories, products in share row exclusive mode`);
  if (before.stemmer !== stemmer)
    await db.execute(sql`
      alter text search configuration kindred_search alter mapping replace ${sql.identifier(before.stemmer as Language['stemmer'])} with ${sql.identifier(stemmer)}`);
  await db.execute(sql`update search_language set language = ${name}`);
  await db.execute(sql`select put_search_documents(array_agg(product_id)) from products where is_listed`);
  await db.execute(sql`select tell_search('{0}')`);
}

/** The lexeme of the folded word in column `word`, or null for a stop word. */
export const lexemeOf = ({ stemmer, foldedStopWords }: Language): Statement =>
  sql`case when word <> all(${foldedStopWords}::text[]) then (ts_lexize(${stemmer}, word))[1] end`;
