import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Database } from '../postgres/database.ts';
import { sql } from '../postgres/sql.ts';
import { ProblemError, problemsOf } from './problem.ts';

export const idempotencyProblem = problemsOf({
  'idempotency-key-missing': { status: 400, title: 'The request needs an Idempotency-Key' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'request-in-progress': { status: 409, title: 'The same request is still running' },
});

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.String({
    minLength: 1,
    maxLength: 200,
    description:
      'A random value, new for each action. For a day, the same request with the same key gets the same answer',
  }),
});

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** How long a second request waits for the answer of the first. */
const waitForFirstMs = 15_000;
/** A request without an answer after this time belonged to a process that died. */
const abandonedAfterSeconds = 60;

/**
 * Answers a request with an `Idempotency-Key` once: the same key of the same owner gets the stored answer. This saves work; unique keys
 * in the database make a second order impossible.
 * @throws ProblemError
 */
export async function answerOnce<Body>(
  { db, request, owner }: { db: Database; request: FastifyRequest; owner: string },
  answer: () => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '')
    throw idempotencyProblem('idempotency-key-missing', 'Send a random value in the header Idempotency-Key.');
  const scope = `${owner} ${request.method} ${request.url.split('?')[0]}`;
  const requestHash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest('hex');
  const entry = { db, scope, key, requestHash };

  for (const giveUpAt = Date.now() + waitForFirstMs; ; ) {
    const earlier = await claim(entry);
    if (earlier === 'ours') break;
    if (earlier.requestHash !== requestHash) throw idempotencyProblem('idempotency-key-reused');
    if (earlier.answer) return replay(earlier.answer as Answer<Body>);
    if (Date.now() > giveUpAt)
      throw idempotencyProblem('request-in-progress', 'Please try again in a moment.');
    await wait(50 + Math.random() * 50);
  }

  try {
    const given = await answer();
    await store(entry, given);
    return given;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status < 500)
      await store(entry, { status: error.problem.status, body: error.problem });
    else await release(entry);
    throw error;
  }
}

function replay<Body>(answer: Answer<Body>): Answer<Body> {
  if (answer.status >= 400) throw new ProblemError(answer.body as ProblemError['problem']);
  return answer;
}

interface Entry {
  readonly db: Database;
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
}

async function claim({
  db,
  scope,
  key,
  requestHash,
}: Entry): Promise<'ours' | { requestHash: string; answer: Answer<unknown> | undefined }> {
  const claimed = await db.execute(sql`
    insert into idempotency_keys as k (scope, key, request_hash) values (${scope}, ${key}, ${requestHash})
    on conflict (scope, key) do update set locked_at = now()
      where k.answered_at is null and k.request_hash = excluded.request_hash
        and k.locked_at < now() - make_interval(secs => ${abandonedAfterSeconds})`);
  if (claimed.rowCount > 0) return 'ours';
  const { rows } = await db.execute<{ request_hash: string; status: number | null; body: unknown }>(
    sql`select request_hash, status, body from idempotency_keys where scope = ${scope} and key = ${key}`,
  );
  const row = rows[0];
  // The key was released between the two queries. The next iteration claims it.
  if (!row) return { requestHash, answer: undefined };
  return {
    requestHash: row.request_hash,
    answer: row.status === null ? undefined : { status: row.status, body: row.body },
  };
}

async function store({ db, scope, key }: Entry, { status, body }: Answer<unknown>): Promise<void> {
  await db.execute(sql`
    update idempotency_keys set status = ${status}, body = ${JSON.stringify(body)}::jsonb, answered_at = now()
    where scope = ${scope} and key = ${key}`);
}

async function release({ db, scope, key }: Entry): Promise<void> {
  await db.execute(
    sql`delete from idempotency_keys where scope = ${scope} and key = ${key} and answered_at is null`,
  );
}

/** Deletes answers after a day. */
export async function sweepIdempotencyKeys(db: Database): Promise<void> {
  await db.execute(sql`delete from idempotency_keys where locked_at < now() - interval '1 day'`);
}
