/**
 * @file Asks one search index, and a second one instead while the first is down, slow or behind. If the first fails a search, the second
 * answers it immediately. After three failures in a row, the first is not asked again until it has caught up with everything that was
 * committed meanwhile. Retries run in the background, so no shopper waits for them.
 */
import type { Logger } from 'pino';
import { InvalidSearchCursorError } from '../ports/search-cursor.ts';
import { type SearchIndex, UnknownCategoryError } from '../ports/search-index.ts';

const nameOf = { postgres: 'PostgreSQL', opensearch: 'OpenSearch' } as const;

/** Failures in a row. Right after a recovery, one is enough. */
const failuresToOpen = 3;
const firstTrialMs = 500;
const lastTrialMs = 10_000;

const isAnswer = (error: unknown): boolean =>
  error instanceof UnknownCategoryError || error instanceof InvalidSearchCursorError;

interface Absence {
  readonly since: Date;
  /** Undefined if it has not been asked yet. */
  readonly cause: unknown;
}

export function createFallbackSearchIndex({
  first,
  second,
  logger,
  onFallback,
  clock = () => new Date(),
}: {
  first: SearchIndex;
  second: SearchIndex;
  logger: Pick<Logger, 'info' | 'warn'>;
  /** Called for each request that `second` answers instead of `first`. */
  onFallback: () => void;
  clock?: () => Date;
}): SearchIndex {
  const [firstName, secondName] = [nameOf[first.engine], nameOf[second.engine]];
  let failures = 0;
  // The first index may miss changes that were committed while no node ran.
  let absence: Absence | undefined = { since: clock(), cause: undefined };
  let timer: NodeJS.Timeout | undefined;
  let trial: Promise<void> | undefined;
  let isClosed = false;

  function failed(error: unknown): void {
    if (++failures < failuresToOpen || absence || isClosed) return;
    absence = { since: clock(), cause: error };
    logger.warn({ err: error }, `search: ${firstName} does not answer, ${secondName} does`);
    tryLater(firstTrialMs);
  }

  function tryLater(waitMs: number): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      trial = tryFirst(waitMs);
    }, waitMs);
    timer.unref();
  }

  async function tryFirst(waitMs: number): Promise<void> {
    try {
      await first.refresh();
      absence = undefined;
      failures = failuresToOpen - 1;
      logger.info(`search: ${firstName} answers`);
    } catch (error) {
      if (absence?.cause === undefined && !isClosed) {
        absence = { since: absence?.since ?? clock(), cause: error };
        logger.warn({ err: error }, `search: ${firstName} cannot be used yet, ${secondName} answers`);
      }
      tryLater(Math.min(waitMs * 2, lastTrialMs));
    }
  }

  async function ask<Answer>(question: (index: SearchIndex) => Promise<Answer>): Promise<Answer> {
    if (!absence) {
      try {
        const answer = await question(first);
        failures = 0;
        return answer;
      } catch (error) {
        if (isAnswer(error)) throw error;
        failed(error);
      }
    }
    onFallback();
    return question(second);
  }

  trial = tryFirst(firstTrialMs);
  return {
    get engine() {
      return absence ? second.engine : first.engine;
    },
    search: (request) => ask((index) => index.search(request)),
    suggest: (request) => ask((index) => index.suggest(request)),
    async refresh() {
      await second.refresh();
      if (!absence) await first.refresh().catch(failed);
    },
    check: () => (absence ? second : first).check(),
    degradation() {
      if (!absence) return first.degradation() ?? second.degradation();
      const { since, cause } = absence;
      if (cause === undefined) return `${firstName} is being brought up to date: ${secondName} answers.`;
      return `${firstName} has not been usable since ${since.toISOString()}: ${secondName} answers.`;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await first.close();
      await trial;
      await second.close();
    },
  };
}
