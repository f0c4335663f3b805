/** @file Training after an import: the command offers it, and a running shop does it. */
import type { Signals } from '@kindred/contracts';
import type { Logger } from 'pino';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { JobHandler } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { isAnyNodeUp } from '../../../platform/postgres/live-nodes.ts';
import { summaryOf, trainInThread } from './train-in-thread.ts';

const trainJob = 'train-model';
const seed = 1;
/** Imports usually come in a row, products first, so the training waits for the next one. */
const afterImportMs = 20_000;
const afterAnotherMs = 60_000;
const maxAttempts = 5;

export type TrainingOffer = 'scheduled' | 'offered';

/** Call it when the training data have changed. If a shop is running on the database, it trains once for all imports until then. */
export async function offerTraining(db: Database): Promise<TrainingOffer> {
  if (!(await isAnyNodeUp(db))) return 'offered';
  await scheduleTraining(db, afterImportMs);
  return 'scheduled';
}

/** Replaces a training that has not begun. */
export const scheduleTraining = (db: Database, afterMs: number): Promise<void> =>
  addJob(db, {
    name: trainJob,
    payload: {},
    key: trainJob,
    runAt: new Date(Date.now() + afterMs),
    maxAttempts,
  });

export function modelJobs({
  db,
  connectionString,
  dataDir,
  threads,
  logger,
  readSignals,
  signal,
}: {
  db: Database;
  connectionString: string;
  dataDir: string;
  threads: number;
  logger: Logger;
  readSignals: () => Promise<Signals>;
  signal: AbortSignal;
}): Record<string, JobHandler> {
  return {
    async [trainJob]() {
      const signals = await readSignals();
      const outcome = await trainInThread(
        { connectionString, dataDir, signals, threads, seed, trainedBy: 'after an import', onlyIfNew: true },
        { logger, signal },
      );
      if (outcome === undefined) throw new Error('The shop stopped before the training had ended.');
      logger.info(summaryOf(outcome), 'training after an import ended');
      if (outcome.code === 'already-training') await scheduleTraining(db, afterAnotherMs);
    },
  };
}
