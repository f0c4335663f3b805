import { Worker } from 'node:worker_threads';
import type { TrainingProgress } from '@kindred/recommender';
import type { Logger } from 'pino';
import type { Database } from '../../platform/postgres/database.ts';
import { findActiveModel } from './model-repository.ts';
import type { TrainingOutcome } from './train-model.ts';
import type { TrainingOrder } from './training-worker.ts';

type Message = { readonly progress: TrainingProgress } | { readonly outcome: TrainingOutcome };

const seed = 1;
/** A step of training ends within; then the thread is ended. What it had written of a model is none without its manifest. */
const cancelMs = 5_000;

/**
 * Trains a model in the background if the shop has none that is active, until `signal` stops it. Resolves when the training has
 * begun; `finished` does when it has ended, with what came of it unless it failed or was stopped.
 */
export async function startFirstTraining({
  db,
  connectionString,
  dataDir,
  threads,
  logger,
  signal,
  onProgress,
}: {
  db: Database;
  connectionString: string;
  dataDir: string;
  threads: number;
  logger: Logger;
  signal: AbortSignal;
  onProgress?: (progress: TrainingProgress) => void;
}): Promise<{ isUnderWay: boolean; finished: Promise<TrainingOutcome | undefined> }> {
  if ((await findActiveModel(db)) || signal.aborted)
    return { isUnderWay: false, finished: Promise.resolve(undefined) };

  const order: TrainingOrder = { connectionString, dataDir, seed, threads, trainedBy: 'first start' };
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: order });
  worker.unref();
  let outcome: TrainingOutcome | undefined;
  worker.on('message', (message: Message) => {
    if ('progress' in message) {
      logger.debug(message.progress, 'training');
      onProgress?.(message.progress);
    } else {
      outcome = message.outcome;
      logger.info(summaryOf(outcome), 'first training ended');
    }
  });
  worker.on('error', (error) => {
    if (!signal.aborted) logger.error({ err: error }, 'first training failed');
  });
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    worker.postMessage('stop');
    late = setTimeout(() => void worker.terminate(), cancelMs);
  };
  signal.addEventListener('abort', stop);
  const finished = new Promise<TrainingOutcome | undefined>((resolve) => {
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      clearTimeout(late);
      resolve(outcome);
    });
  });
  return { isUnderWay: true, finished };
}

function summaryOf(outcome: TrainingOutcome): Record<string, unknown> {
  if (outcome.code !== 'trained') return { ...outcome };
  const { modelVersion, status, report } = outcome.model;
  return {
    modelVersion,
    status,
    gate: report.gate,
    recallAt20: report.holdout.recall,
    testUsers: report.holdout.numUsers,
    popularityRecallAt20: report.popularity.recall,
    trainSeconds: report.trainSeconds,
  };
}
