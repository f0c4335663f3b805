import { setTimeout as delay } from 'node:timers/promises';
import { FetchError, PassingError } from './fetch-error.ts';

export interface RetrySettings {
  /** Failures in a row, without a byte that was not there before, until it gives up. */
  mostFailures: number;
  firstWaitMs: number;
  random: () => number;
  onRetry(reason: string, waitMs: number): void;
  signal?: AbortSignal | undefined;
}

const usual: RetrySettings = {
  mostFailures: 8,
  firstWaitMs: 500,
  random: Math.random,
  onRetry: () => undefined,
};
const longestWaitMs = 30_000;

/**
 * Repeats `attempt` after a `PassingError`, each time waiting twice as long, give or take a half. `attempt` calls `progressed`
 * when it got further than any attempt before it, which forgets the failures.
 */
export async function withRetries<Result>(
  what: string,
  settings: Partial<RetrySettings>,
  attempt: (progressed: () => void) => Promise<Result>,
): Promise<Result> {
  const { mostFailures, firstWaitMs, random, onRetry, signal } = { ...usual, ...settings };
  for (let failures = 0; ; ) {
    let isFurther = false;
    signal?.throwIfAborted();
    try {
      return await attempt(() => {
        isFurther = true;
      });
    } catch (error) {
      if (!(error instanceof PassingError)) throw error;
      failures = isFurther ? 0 : failures + 1;
      if (failures >= mostFailures)
        throw new FetchError(
          `${what}: ${error.message}. Given up after ${failures} attempts that brought nothing new; run it again to go on.`,
          { cause: error },
        );
      const backOff = firstWaitMs * 2 ** failures * (0.5 + random());
      const waitMs = Math.min(Math.max(backOff, error.waitMs ?? 0), longestWaitMs);
      onRetry(error.message, waitMs);
      await delay(waitMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
    }
  }
}
