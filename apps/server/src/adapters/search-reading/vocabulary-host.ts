import type { Logger } from 'pino';
import type { SearchLanguage } from '../../config/config.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import { remember } from '../../platform/remember.ts';
import { readLanguage } from './language-repository.ts';
import {
  areWordsStale,
  readSynonymLexemes,
  readWords,
  rebuildWords,
  searchSynonymsChannel,
  searchWordsChannel,
} from './search-words-repository.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** The words of the catalogue, with the lexemes of the synonyms' words. */
export interface HostedVocabulary extends Vocabulary {
  /** Changes whenever words or synonyms are read. */
  readonly version: number;
}

export interface VocabularyHost {
  /** Returns the words and synonyms as read last. The first call reads both. */
  vocabulary(): Promise<HostedVocabulary>;
  /** Rebuilds the words and reads them. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

export function createVocabularyHost({
  db,
  notifications,
  logger,
  language: wanted,
}: {
  db: Database;
  /** The language in this node's configuration. Another node may have changed the shop's language since. */
  language?: SearchLanguage | undefined;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: Pick<Logger, 'error'>;
}): VocabularyHost {
  let current: Promise<Vocabulary> | undefined;
  const lexemes = remember(async () => readSynonymLexemes(db, await readLanguage(db)), {
    forMs: Number.POSITIVE_INFINITY,
  });
  let hosted: { from: readonly [unknown, unknown]; vocabulary: HostedVocabulary } | undefined;
  let isClosed = false;

  async function read(): Promise<Vocabulary> {
    const language = await readLanguage(db);
    if (wanted !== undefined && wanted !== language.name)
      logger.error(
        { language: language.name },
        `SEARCH_LANGUAGE is ${wanted} here, but another node has changed search to ${language.name}: set the same language on all nodes`,
      );
    lexemes.forget();
    return createVocabulary(await readWords(db, language), language);
  }

  async function words(): Promise<Vocabulary> {
    if (current) return current;
    // Rebuilds after an import, so that the first shopper need not wait for the scheduled job.
    current = areWordsStale(db, 0)
      .then((isStale) => (isStale ? rebuildWords(db) : undefined))
      .then(read);
    current.catch(() => {
      current = undefined;
    });
    return current;
  }

  /** The old vocabulary answers until the new one is ready. */
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
  notifications.subscribe(searchSynonymsChannel, lexemes.forget);

  return {
    async vocabulary() {
      const [known, said] = await Promise.all([words(), lexemes()]);
      if (hosted?.from[0] !== known || hosted.from[1] !== said) {
        const version = (hosted?.vocabulary.version ?? 0) + 1;
        hosted = { from: [known, said], vocabulary: { ...known.withLexemes(said), version } };
      }
      return hosted.vocabulary;
    },
    async rebuild() {
      lexemes.forget();
      await rebuildWords(db);
      await reread();
    },
    async close() {
      isClosed = true;
      await current?.catch(() => undefined);
    },
  };
}
