import type { Logger } from 'pino';
import type { SearchLanguage } from '../../config/config.ts';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { type LanguageState, lockLanguage, readLanguageState, writeLanguage } from './language-repository.ts';
import { languages } from './languages.ts';
import { rebuildWords, tellWords } from './search-words-repository.ts';

/**
 * Changes the shop's search to `language`, or keeps the language of its documents if undefined. If several nodes start concurrently, the
 * first does the work; the others wait and find nothing left to do.
 */
export async function bringToLanguage({
  db,
  language,
  logger,
}: {
  db: Database;
  language: SearchLanguage | undefined;
  logger: Pick<Logger, 'info'>;
}): Promise<void> {
  const aimOf = (state: LanguageState) => languages[language ?? state.language];
  const isThere = (state: LanguageState): boolean =>
    state.language === aimOf(state).name && state.stemmer === aimOf(state).stemmer;
  if (isThere(await readLanguageState(db))) return;
  const isChanged = await withTransaction(db, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await lockLanguage(tx);
    const before = await readLanguageState(tx);
    if (isThere(before)) return false;
    const aim = aimOf(before);
    logger.info(
      { from: before.language, to: aim.name },
      'search changes its language: all products are indexed again',
    );
    await writeLanguage(tx, aim, before);
    await tellWords(tx);
    return true;
  });
  if (isChanged) await rebuildWords(db);
}
