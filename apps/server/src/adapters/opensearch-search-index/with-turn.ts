import { setTimeout as wait } from 'node:timers/promises';
import { tryWithLock } from '../../platform/postgres/advisory-lock.ts';
import type { Database } from '../../platform/postgres/database.ts';

const firstWaitMs = 50;
const lastWaitMs = 1_000;

/** Runs `work` when this node gets the lock. It waits without holding a connection, until `signal` is aborted. */
export async function withTurn<Result>(
  db: Database,
  name: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, lastWaitMs)) {
    signal.throwIfAborted();
    const done = await tryWithLock(db, name, async () => ({ result: await work() }));
    if (done) return done.result;
    await wait(waitMs, undefined, { signal });
  }
}
