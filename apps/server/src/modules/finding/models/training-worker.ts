/** @file The entry of the worker thread in which the server trains, so that a training never delays a request. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Signals } from '@kindred/contracts';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { trainModel } from './train-model.ts';

export interface TrainingOrder {
  readonly connectionString: string;
  readonly dataDir: string;
  readonly signals: Signals;
  readonly seed: number;
  readonly threads: number;
  readonly trainedBy: string;
  readonly onlyIfNew: boolean;
}

const { connectionString, ...order } = workerData as TrainingOrder;
const database = openDatabase({ connectionString, max: 2, applicationName: 'kindred training' });
const controller = new AbortController();
parentPort!.once('message', () => controller.abort(new Error('The shop is stopping.')));
try {
  const outcome = await trainModel({
    db: database.db,
    ...order,
    signal: controller.signal,
    onProgress: (progress) => parentPort!.postMessage({ progress }),
  });
  parentPort!.postMessage({ outcome });
} finally {
  await database.close();
  parentPort!.unref();
}
