import { Worker } from 'node:worker_threads';
import type { TrainingProgress } from '@kindred/recommender';
import type { Logger } from 'pino';
import type { TrainingOutcome } from './train-model.ts';
import type { TrainingOrder } from './training-worker.ts';

type Message = { readonly progress: TrainingProgress } | { readonly outcome: TrainingOutcome };

/** How long a training step may take to end after a stop, before the thread is terminated. Files without a manifest are not a model. */
const cancelMs = 4_000;

/**
 * Trains in a thread, beside the requests. Returns undefined if `signal` stopped it.
 * @throws the error that ended the thread
 */
export async function trainInThread(
  order: TrainingOrder,
  {
    logger,
    signal,
    onProgress,
  }: {
    logger: Pick<Logger, 'debug'>;
    signal: AbortSignal;
    onProgress?: (progress: TrainingProgress) => void;
  },
): Promise<TrainingOutcome | undefined> {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: order });
  worker.unref();
  let outcome: TrainingOutcome | undefined;
  let failure: unknown;
  worker.on('message', (message: Message) => {
    if ('progress' in message) {
      logger.debug(message.progress, 'training');
      onProgress?.(message.progress);
    } else outcome = message.outcome;
  });
  worker.on('error', (error) => (failure = error));
  let late: NodeJS.Timeout | undefined;
  const stop = () => {
    worker.postMessage('stop');
    late = setTimeout(() => void worker.terminate(), cancelMs);
  };
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  await new Promise((resolve) => worker.once('exit', resolve));
  signal.removeEventListener('abort', stop);
  clearTimeout(late);
  if (outcome === undefined && !signal.aborted)
    throw failure ?? new Error('The training thread ended before the model was complete.');
  return outcome;
}

/** For the log. */
export function summaryOf(outcome: TrainingOutcome): Record<string, unknown> {
  if (outcome.code !== 'trained') return { ...outcome };
  const { modelVersion, status, note, report } = outcome.model;
  return {
    modelVersion,
    status,
    note,
    gate: report.gate,
    recallAt20: report.holdout.recall,
    testUsers: report.holdout.numUsers,
    popularityRecallAt20: report.popularity.recall,
    trainSeconds: report.trainSeconds,
  };
}
