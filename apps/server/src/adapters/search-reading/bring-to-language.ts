import type pg from 'pg';
import type { Logger } from 'pino';
import type { SearchLanguage } from '../../config/config.ts';
import { withTransaction } from '../../platform/postgres/database.ts';
import { type LanguageState, lockLanguage, readLanguageState, writeLanguage } from './language-repository.ts';
import { languages } from './languages.ts';
import { rebuildWords, tellWords } from './search-words-repository.ts';

/**
 * Makes the shop's search one of `language`; undefined: of the one that its documents are in. The first of several nodes works, the
 * others wait and find nothing left.
 */
export async function bringToLanguage({
  pool,
  language,
  logger,
}: {
  pool: pg.Pool;
  language: SearchLanguage | undefined;
  logger: Pick<Logger, 'info'>;
}): Promise<void> {
  const aimOf = (state: LanguageState) => languages[language ?? state.language];
  const isThere = (state: LanguageState): boolean =>
    state.language === aimOf(state).name && state.stemmer === aimOf(state).stemmer;
  if (isThere(await readLanguageState(pool))) return;
  const isChanged = await withTransaction({ pool }, async ({ client }) => {
    await client.query('set local statement_timeout = 0');
    await lockLanguage(client);
    const before = await readLanguageState(client);
    if (isThere(before)) return false;
    const aim = aimOf(before);
    logger.info(
      { from: before.language, to: aim.name },
      'search changes its language: every product is read anew',
    );
    await writeLanguage(client, aim, before);
    await tellWords(client);
    return true;
  });
  if (isChanged) await rebuildWords(pool);
}
