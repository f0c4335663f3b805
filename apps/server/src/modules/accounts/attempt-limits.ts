import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { accountProblem } from './account-problem.ts';

const minute = 60;
const hour = 60 * minute;

/** How often what may be tried: `points` in `duration` seconds. */
const rules = {
  'login-account': { points: 5, duration: 15 * minute },
  'login-address': { points: 30, duration: 15 * minute },
  'register-email': { points: 3, duration: hour },
  'register-address': { points: 20, duration: hour },
  'forgot-email': { points: 3, duration: hour },
  'forgot-address': { points: 20, duration: hour },
} as const;
export type AttemptKind = keyof typeof rules;

export interface AttemptLimits {
  /**
   * Counts an attempt before it is made, so that many at once are no way around it.
   * @throws ProblemError `too-many-attempts`
   */
  count(kind: AttemptKind, of: string): Promise<void>;
  /** The attempt turned out to be none. */
  giveBack(kind: AttemptKind, of: string): Promise<void>;
  /** Forgets all attempts. */
  forget(kind: AttemptKind, of: string): Promise<void>;
}

/** Counted in the database, for all nodes together. Whose attempts they are is kept as a keyed hash. */
export function createAttemptLimits({ pool, secret }: { pool: pg.Pool; secret: string }): AttemptLimits {
  const limiters = new Map(
    Object.entries(rules).map(([kind, rule]) => [
      kind,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: kind,
        ...rule,
      }),
    ]),
  );
  const limiter = (kind: AttemptKind) => limiters.get(kind)!;
  const keyOf = (of: string) =>
    createHmac('sha256', secret).update(of.trim().toLowerCase()).digest('base64url');

  return {
    async count(kind, of) {
      try {
        await limiter(kind).consume(keyOf(of));
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        const seconds = Math.max(1, Math.ceil(reason.msBeforeNext / 1_000));
        throw accountProblem('too-many-attempts', `Please try again in ${waitingTime(seconds)}.`, {
          'retry-after': String(seconds),
        });
      }
    },
    async giveBack(kind, of) {
      await limiter(kind).reward(keyOf(of));
    },
    async forget(kind, of) {
      await limiter(kind).delete(keyOf(of));
    },
  };
}

function waitingTime(seconds: number): string {
  const minutes = Math.ceil(seconds / minute);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
