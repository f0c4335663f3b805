import { Worker } from 'node:worker_threads';
import type { TrainingProgress } from '@kindred/recommender';
import type { Logger } from 'pino';
import type { Database } from '../../platform/postgres/database.ts';
import { findActiveModel } from './model-repository.ts';
import type { TrainingOutcome } from './train-model.ts';
import type { TrainingOrder } from './training-worker.ts';

export interface BackgroundTraining {
  /** Settles when the training has ended, however it ended. */
  readonly finished: Promise<void>;
  cancel(): Promise<void>;
}

type Message = { readonly progress: TrainingProgress } | { readonly outcome: TrainingOutcome };

const seed = 1;
const cancelMs = 5_000;

/** Trains a model in the background if the shop has none that is active. */
export async function startFirstTraining({
  db,
  connectionString,
  dataDir,
  threads,
  logger,
}: {
  db: Database;
  connectionString: string;
  dataDir: string;
  threads: number;
  logger: Logger;
}): Promise<BackgroundTraining> {
  if (await findActiveModel(db)) return { finished: Promise.resolve(), cancel: async () => {} };

  const order: TrainingOrder = { connectionString, dataDir, seed, threads, trainedBy: 'first start' };
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: order });
  worker.unref();
  worker.on('message', (message: Message) => {
    if ('progress' in message) logger.debug(message.progress, 'training');
    else logger.info(summaryOf(message.outcome), 'first training ended');
  });
  let cancelled = false;
  worker.on('error', (error) => {
    if (!cancelled) logger.error({ err: error }, 'first training failed');
  });
  const finished = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    finished,
    async cancel() {
      cancelled = true;
      worker.postMessage('stop');
      const late = setTimeout(() => void worker.terminate(), cancelMs);
      await finished;
      clearTimeout(late);
    },
  };
}

function summaryOf(outcome: TrainingOutcome): Record<string, unknown> {
  if (outcome.code !== 'trained') return { ...outcome };
  const { modelVersion, status, report } = outcome.model;
  return {
    modelVersion,
    status,
    recallAt20: report.holdout.recall,
    popularityRecallAt20: report.popularity.recall,
    trainSeconds: report.trainSeconds,
  };
}
