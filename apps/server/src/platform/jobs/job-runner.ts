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

/** Does one job; one that throws is tried again later. Jobs may run twice: a handler's effect has to be the same. */
export type JobHandler = (payload: unknown, attempt: JobAttempt) => Promise<void>;

export interface JobAttempt {
  readonly number: number;
  readonly isLast: boolean;
}

export interface JobSchedule {
  /** A job of this name is queued by the clock, by one node of all. */
  readonly name: string;
  /** As in crontab, UTC: `* * * * *`. */
  readonly cron: string;
}

export interface JobRunner {
  start(): Promise<void>;
  /** Runs what is due now, in this call, until nothing is left: for tests and commands. */
  runDue(): Promise<void>;
  close(): Promise<void>;
}

export function createJobRunner({
  pool,
  handlers,
  schedules,
  logger,
}: {
  pool: pg.Pool;
  handlers: Readonly<Record<string, JobHandler>>;
  schedules: readonly JobSchedule[];
  logger: Pick<Logger, 'error' | 'warn' | 'debug'>;
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
      // The message ends with the error's, and the job has its payload: either may name a person.
      const told = `jobs: ${message.split(/ with error | after failure |: |\n/)[0]}`;
      const err = meta?.error ?? meta?.fatalError;
      if (level === 'error') logger.error({ err }, told);
      else if (level === 'warning') logger.warn({ err }, told);
      else logger.debug(told);
    }),
  };
  let runner: Runner | undefined;
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
    runDue: () => runOnce(options),
    async close() {
      await runner
        ?.stop()
        .catch((error: unknown) => logger.warn({ err: error }, 'jobs did not stop cleanly'));
    },
  };
}
