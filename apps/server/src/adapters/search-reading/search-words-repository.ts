/** @file Reads the table `search_words`, and rebuilds it from the listed products. */
import { type Database, type Transaction, withTransaction } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { longestWord } from './edit-rows.ts';
import { lexemeOf, readLanguage } from './language-repository.ts';
import type { Language } from './languages.ts';
import type { LexedWord } from './vocabulary.ts';

/** A trigger (migration 0005) notifies of changed products. */
export const searchChangesChannel = 'kindred_search_changes';
export const searchWordsChannel = 'kindred_search_words';
/** A trigger (migration 0024) notifies of every change of the synonyms. */
export const searchSynonymsChannel = 'kindred_search_synonyms';
/** Lets only one node rebuild the words. Any number that no other lock uses. */
const wordsLock = '7739269533206410342';
const batchSize = 50_000;

/** The words of a product's outside texts, and the words that name it. */
const writtenWords = `
  select to_tsvector('kindred_words', search_text(concat_ws(' ', left(p.title, 2000), search_joined(left(p.title, 2000)), p.brand, p.color, c.name)))
  from products p left join categories c using (category_id) where p.is_listed
  union all select to_tsvector('kindred_words', search_text(concat_ws(' ', name, search_joined(name)))) from categories`;
const namingWords = (language: Language): string => `
  select to_tsvector('kindred_words', search_text(concat_ws(' ', ${language.name === 'english' ? englishNames : namesIn(language)})))
  from products p left join categories c using (category_id) where p.is_listed`;
const englishNames = `substring((search_title(left(p.title, 2000), p.brand)).subject from '\\S+\\s*$'), search_kinds(c.name)`;

function namesIn({ isNamedLast, prepositions, conjunction }: Language): string {
  const name = isNamedLast ? '\\S+$' : '^\\S+';
  const behind = prepositions.size === 0 ? '$' : ` (${[...prepositions].join('|') as 'de|en'})( .*)?$`;
  return `
    substring(regexp_replace(search_key((search_title(left(p.title, 2000), p.brand)).subject), '${behind}', '') from '${name}'),
    (select string_agg(substring(search_key(kind) from '${name}'), ' ') from regexp_split_to_table(unaccent(c.name), '[&,/+]|\\y${conjunction}\\y') as kind)`;
}

/** Notifies all nodes if a word was added or removed, or if its number of products changed. */
export async function rebuildWords(db: Database): Promise<void> {
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${wordsLock})`);
    await tx.execute(sql`set local statement_timeout = '10min'`);
    const language = await readLanguage(tx);
    const { rowCount } = await tx.execute(sql`
       with fresh as materialized (
         select word, w.ndoc as documents, coalesce(h.ndoc, 0) as heads from ts_stat(${sql.queryText(writtenWords)}) w left join ts_stat(${sql.queryText(namingWords(language))}) h using (word)
         where char_length(word) between 2 and ${longestWord}::int and word ~ '[^0-9]'
       ), gone as (
         delete from search_words w where not exists (select from fresh f where f.word = w.word) returning 1
       ), put as (
         insert into search_words as w (word, documents, heads) select word, documents, heads from fresh
         on conflict (word) do update set documents = excluded.documents, heads = excluded.heads
         where (w.documents, w.heads) <> (excluded.documents, excluded.heads)
         returning 1
       )
       select from gone union all select from put`);
    if (rowCount > 0) await tellWords(tx);
  });
}

/** Makes all nodes read the words again. */
export async function tellWords(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${searchWordsChannel}, '')`);
}

/** Whether a product was rewritten in the last minutes, or products exist but no words. */
export async function areWordsStale(db: Database, minutes: number): Promise<boolean> {
  const { rows } = await db.execute<{ stale: boolean }>(sql`
    select exists (
         select from search_changes c left join search_documents d using (product_id)
         where c.changed_at > now() - make_interval(mins => ${minutes})
           and (d.product_id is null or d.xmin = c.transaction_id::xid)
       ) or (exists (select from search_documents) and not exists (select from search_words)) as stale`);
  return rows[0]!.stale;
}

export async function readWords(db: Database, language: Language): Promise<LexedWord[]> {
  const words: LexedWord[] = [];
  for (let last = ''; ; ) {
    const { rows } = await db.execute<LexedWord>(sql`
      select word, documents, heads, ${lexemeOf(language)} as lexeme from search_words
      where word collate "C" > ${last} order by word collate "C" limit ${batchSize}`);
    words.push(...rows);
    if (rows.length < batchSize) return words;
    last = rows.at(-1)!.word;
  }
}

/** Returns the lexemes of the synonyms' words, which the catalogue may not contain. */
export async function readSynonymLexemes(
  db: Database,
  language: Language,
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await db.execute<{ word: string; lexeme: string | null }>(sql`
    select distinct word, ${lexemeOf(language)} as lexeme
    from search_synonyms, unnest(words) as entry, regexp_split_to_table(search_key(entry), ' ') as word`);
  return new Map(rows.map(({ word, lexeme }) => [word, lexeme]));
}

export async function purgeChanges(db: Database, days: number): Promise<void> {
  await db.execute(sql`delete from search_changes where changed_at < now() - make_interval(days => ${days})`);
}
