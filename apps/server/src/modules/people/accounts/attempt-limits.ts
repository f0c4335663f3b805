import { createHmac } from 'node:crypto';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { accountProblem } from './account-problem.ts';

const minute = 60;

interface Rule {
  /** The number of tries. Used tries come back one by one, each after `backAfter` seconds. */
  readonly tries: number;
  readonly backAfter: number;
  /** What a user can do instead of waiting. */
  readonly wayOut?: string;
}

const byMail = 'or ask for an email with a link that logs you in';

/** The reasons are in docs/decisions/0025-throttling.md. */
const rules = {
  'login-address': { tries: 30, backAfter: minute / 2, wayOut: byMail },
  /** From one network address on one account. */
  'login-pair': { tries: 5, backAfter: 15 * minute, wayOut: byMail },
  /** On one account from all unknown devices: 20, and then 72 a day. */
  'login-account': { tries: 20, backAfter: 20 * minute, wayOut: byMail },
  'login-device': { tries: 5, backAfter: 15 * minute, wayOut: byMail },
  'session-password': { tries: 5, backAfter: 15 * minute },
  'register-address': { tries: 20, backAfter: 3 * minute },
  'mail-address': { tries: 20, backAfter: 3 * minute },
  'email-change': { tries: 5, backAfter: 15 * minute },
  'registered-mail': { tries: 3, backAfter: 45 * minute },
} as const satisfies Record<string, Rule>;
export type AttemptKind = keyof typeof rules;

export interface AttemptLimits {
  /**
   * Counts an attempt before it is made, so that concurrent attempts cannot evade the limit. Rejected attempts do not count.
   * @throws ProblemError `too-many-attempts`
   */
  count(kind: AttemptKind, of: string): Promise<void>;
  /** Counts an attempt, but returns false instead of throwing if no tries are left. */
  take(kind: AttemptKind, of: string): Promise<boolean>;
  /** Takes an attempt back that should not count. */
  giveBack(kind: AttemptKind, of: string): Promise<void>;
  /** Resets all attempts. */
  forget(kind: AttemptKind, of: string): Promise<void>;
}

/** Counts in the database, for all nodes together. The owner of the attempts is stored as a keyed hash. */
export function createAttemptLimits({
  db,
  secret,
  clock,
}: {
  db: Database;
  secret: string;
  clock: () => Date;
}): AttemptLimits {
  const keyOf = (kind: AttemptKind, of: string) =>
    `${kind}:${createHmac('sha256', secret).update(of).digest('base64url')}`;
  const seconds = (count: number) => sql`make_interval(secs => ${count})`;

  /** Takes a try and returns 0, or returns the seconds until the next try. */
  async function secondsToWait(kind: AttemptKind, of: string): Promise<number> {
    const { tries, backAfter } = rules[kind];
    const now = clock();
    const at = sql`${now.toISOString()}::timestamptz`;
    const { rows } = await db.execute<{ is_taken: boolean; full_in: number | null }>(sql`
      with taken as (
        insert into rate_limits as r (key, full_at) values (${keyOf(kind, of)}, ${at} + ${seconds(backAfter)})
        on conflict (key) do update set full_at = greatest(r.full_at, ${at}) + ${seconds(backAfter)}
          where greatest(r.full_at, ${at}) <= ${at} + ${seconds(backAfter * (tries - 1))}
        returning key)
      select exists (select from taken) as is_taken,
        (select extract(epoch from full_at - ${at})::float8 from rate_limits where key = ${keyOf(kind, of)}) as full_in`);
    const [{ is_taken, full_in }] = rows;
    if (is_taken) return 0;
    return Math.max(1, Math.ceil((full_in ?? backAfter * tries) - backAfter * (tries - 1)));
  }

  return {
    async count(kind, of) {
      const wait = await secondsToWait(kind, of);
      if (wait === 0) return;
      const { wayOut }: Rule = rules[kind];
      const advice = wayOut === undefined ? '' : `, ${wayOut}`;
      throw accountProblem('too-many-attempts', `Please try again in ${waitingTime(wait)}${advice}.`, {
        'retry-after': String(wait),
      });
    },
    take: async (kind, of) => (await secondsToWait(kind, of)) === 0,
    async giveBack(kind, of) {
      const { backAfter } = rules[kind];
      await db.execute(
        sql`update rate_limits set full_at = full_at - ${seconds(backAfter)} where key = ${keyOf(kind, of)}`,
      );
    },
    async forget(kind, of) {
      await db.execute(sql`delete from rate_limits where key = ${keyOf(kind, of)}`);
    },
  };
}

function waitingTime(seconds: number): string {
  const minutes = Math.ceil(seconds / minute);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
