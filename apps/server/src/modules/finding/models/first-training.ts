import type { Signals } from '@kindred/contracts';
import type { TrainingProgress } from '@kindred/recommender';
import type { Logger } from 'pino';
import type { Database } from '../../../platform/postgres/database.ts';
import { findActiveModel } from './model-repository.ts';
import { summaryOf, trainInThread } from './train-in-thread.ts';
import type { TrainingOutcome } from './train-model.ts';

const seed = 1;

/**
 * Trains a model in the background if the shop has no active one, until `signal` stops it. Resolves when the training has started.
 * `finished` resolves when it has ended, with its outcome unless it failed or was stopped.
 */
export async function startFirstTraining({
  db,
  connectionString,
  dataDir,
  signals,
  threads,
  logger,
  signal,
  onProgress,
}: {
  db: Database;
  connectionString: string;
  dataDir: string;
  signals: Signals;
  threads: number;
  logger: Logger;
  signal: AbortSignal;
  onProgress?: (progress: TrainingProgress) => void;
}): Promise<{ isUnderWay: boolean; finished: Promise<TrainingOutcome | undefined> }> {
  if ((await findActiveModel(db)) || signal.aborted)
    return { isUnderWay: false, finished: Promise.resolve(undefined) };

  const order = {
    connectionString,
    dataDir,
    signals,
    seed,
    threads,
    trainedBy: 'first start',
    onlyIfNew: false,
  };
  const finished = trainInThread(order, { logger, signal, ...(onProgress && { onProgress }) }).then(
    (outcome) => {
      if (outcome !== undefined) logger.info(summaryOf(outcome), 'first training ended');
      return outcome;
    },
    (error: unknown) => {
      logger.error({ err: error }, 'first training failed');
      return undefined;
    },
  );
  return { isUnderWay: true, finished };
}
