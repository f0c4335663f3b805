import type { PoolClient } from 'pg';
import type { Database } from './database.ts';

/**
 * Runs `work` while this process is the only one of all nodes with the lock of this name. The lock belongs to the connection, so it ends
 * with a killed process. PostgreSQL grants it in the order of the requests, so waiting callers come before those that only try it.
 * `signal` ends the waiting.
 */
export function withLock<Result>(
  db: Database,
  name: string,
  work: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  return onConnection(db, async (client) => {
    await orAborted(client.query('select pg_advisory_lock(hashtext($1))', [name]), signal);
    return unlockAfter(client, name, work);
  });
}

/** Does not wait: returns undefined immediately if another process has the lock. */
export function tryWithLock<Result>(
  db: Database,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  return onConnection(db, async (client) => {
    const { rows } = await client.query<{ locked: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as locked',
      [name],
    );
    return rows[0].locked ? unlockAfter(client, name, work) : undefined;
  });
}

async function onConnection<Result>(
  db: Database,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await db.pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    return await work(client);
  } finally {
    // Closing the connection drops its settings and, in any case, the lock.
    client.release(true);
  }
}

async function unlockAfter<Result>(
  client: PoolClient,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const result = await work();
  await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  return result;
}

/** Rejects with the signal's reason if it is aborted first. A later failure of the wait is then ignored. */
async function orAborted(waiting: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return void (await waiting);
  waiting.catch(() => undefined);
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  try {
    await Promise.race([waiting, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
