import { setTimeout as delay } from 'node:timers/promises';
import { FetchError, PassingError } from './fetch-error.ts';

export interface RetrySettings {
  /** The number of consecutive failures without new bytes after which it gives up. */
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
 * Repeats `attempt` after a `PassingError`, and waits twice as long each time, plus or minus a half. `attempt` calls `progressed` if it got
 * further than any earlier attempt, which resets the failures.
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
          `${what}: ${error.message}. Gave up after ${failures} attempts without new bytes. Run the command again to continue.`,
          { cause: error },
        );
      const backOff = firstWaitMs * 2 ** failures * (0.5 + random());
      const waitMs = Math.min(Math.max(backOff, error.waitMs ?? 0), longestWaitMs);
      onRetry(error.message, waitMs);
      await delay(waitMs, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
    }
  }
}
