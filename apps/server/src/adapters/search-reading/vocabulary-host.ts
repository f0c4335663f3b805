import type pg from 'pg';
import type { Logger } from 'pino';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import {
  areWordsStale,
  readSynonymLexemes,
  readWords,
  rebuildWords,
  searchWordsChannel,
} from './search-words-repository.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface VocabularyHost {
  /** As read last; the first call reads it. */
  vocabulary(): Promise<Vocabulary>;
  /** Makes the words anew, and reads them. */
  rebuild(): Promise<Vocabulary>;
  /** Another number whenever it was read. */
  readonly version: number;
  close(): Promise<void>;
}

export function createVocabularyHost({
  pool,
  notifications,
  logger,
}: {
  pool: pg.Pool;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: Pick<Logger, 'error'>;
}): VocabularyHost {
  let current: Promise<Vocabulary> | undefined;
  let version = 0;
  let isClosed = false;

  async function read(): Promise<Vocabulary> {
    const [words, lexemes] = await Promise.all([readWords(pool), readSynonymLexemes(pool)]);
    const vocabulary = createVocabulary(words).withLexemes(lexemes);
    version++;
    return vocabulary;
  }

  /** Answers come from the old one until the new one is there. */
  function reread(): Promise<Vocabulary> {
    const next = read();
    if (!current) current = next;
    const before = current;
    next.then(
      () => {
        current = next;
      },
      (error: unknown) => {
        if (current === next) current = undefined;
        if (!isClosed) logger.error({ err: error }, 'the words of the catalogue could not be read');
      },
    );
    return before === next ? next : next.catch(() => before);
  }

  notifications.subscribe(searchWordsChannel, () => {
    if (current && !isClosed) void reread().catch(() => undefined);
  });

  return {
    get version() {
      return version;
    },
    async vocabulary() {
      if (current) return current;
      // A catalogue that has just been imported: its first shopper should not wait for the clock.
      current = areWordsStale(pool, 0)
        .then((isStale) => (isStale ? rebuildWords(pool) : undefined))
        .then(read);
      current.catch(() => {
        current = undefined;
      });
      return current;
    },
    async rebuild() {
      await rebuildWords(pool);
      return reread();
    },
    async close() {
      isClosed = true;
      await current?.catch(() => undefined);
    },
  };
}
