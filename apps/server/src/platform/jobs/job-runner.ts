import {
  Logger as JobLogger,
  parseCronItems,
  type Runner,
  run,
  runOnce,
  type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';

/** Runs a job. If it throws, it is tried again later. Jobs may run twice, so a handler must be idempotent. */
export type JobHandler = (payload: unknown, attempt: JobAttempt) => Promise<void>;

export interface JobAttempt {
  readonly number: number;
  readonly isLast: boolean;
}

export interface JobSchedule {
  /** The name of the job that is queued on schedule, by one of all nodes. */
  readonly name: string;
  /** As in a crontab, in UTC: `* * * * *`. */
  readonly cron: string;
}

export interface JobRunner {
  start(): Promise<void>;
  /** Runs all due jobs in this call, for tests and commands. */
  runDue(): Promise<void>;
  /** Starts no more jobs and lets running ones finish. A job that does not end in time is returned to the queue, for another node. */
  close(): Promise<void>;
}

export function createJobRunner({
  pool,
  handlers,
  schedules,
  logger,
  finishMs = 5_000,
}: {
  pool: pg.Pool;
  handlers: Readonly<Record<string, JobHandler>>;
  schedules: readonly JobSchedule[];
  logger: Pick<Logger, 'error' | 'warn' | 'debug'>;
  finishMs?: number;
}): JobRunner {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload, { job }) =>
        handler(payload, { number: job.attempts, isLast: job.attempts >= job.max_attempts }),
    ]),
  );
  const options = {
    pgPool: pool,
    taskList,
    noHandleSignals: true,
    logger: new JobLogger(() => (level, message, meta) => {
      // The message ends with the error's message, and the job has its payload. Both may contain personal data.
      const told = `jobs: ${message.split(/ with error | after failure |: |\n/)[0]}`;
      const err = meta?.error ?? meta?.fatalError;
      if (level === 'error') logger.error({ err }, told);
      else if (level === 'warning') logger.warn({ err }, told);
      else logger.debug(told);
    }),
  };
  let runner: Runner | undefined;
  let stopped: Promise<void> | undefined;

  async function stop(running: Runner): Promise<void> {
    const { promise: givenBack, resolve } = Promise.withResolvers<unknown>();
    let late: NodeJS.Timeout | undefined;
    running.events.once('pool:gracefulShutdown', ({ workerPool }) => {
      const giveBack = () =>
        resolve(workerPool.forcefulShutdown('The node stopped before the job had ended.'));
      late = setTimeout(giveBack, finishMs);
    });
    await Promise.race([running.stop(), givenBack]).catch((error: unknown) =>
      logger.warn({ err: error }, 'jobs did not stop cleanly'),
    );
    clearTimeout(late);
  }

  /** A worker does not wait until the end of its job is written, so the next job of a queue may still look locked to it. */
  async function isJobDue(): Promise<boolean> {
    const { rows } = await pool.query<{ due: boolean }>(
      `select exists (select from graphile_worker.jobs where locked_at is null and attempts < max_attempts
        and run_at <= now() and task_identifier = any($1)) as due`,
      [Object.keys(handlers)],
    );
    return rows[0]!.due;
  }

  return {
    async start() {
      runner = await run({
        ...options,
        concurrency: 4,
        pollInterval: 2_000,
        parsedCronItems: parseCronItems(
          schedules.map(({ name, cron }) => ({ task: name, match: cron, identifier: name })),
        ),
      });
    },
    async runDue() {
      do await runOnce(options);
      while (await isJobDue());
    },
    async close() {
      if (runner) stopped ??= stop(runner);
      await stopped;
    },
  };
}
