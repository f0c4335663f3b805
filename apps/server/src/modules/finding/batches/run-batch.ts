import { mkdir, open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RecommenderModel } from '@kindred/recommender';
import { tryWithLock } from '../../../platform/postgres/advisory-lock.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { RecommendDependencies } from '../recommendations/index.ts';
import { type Batch, batchFile, batchFolder } from './batch.ts';
import { beginBatch, endBatch, findBatch, findPeople, noteProgress } from './batch-repository.ts';
import { makeShelves, peopleInChunk } from './make-shelves.ts';

const compress = promisify(gzip);

export interface RunBatchDependencies {
  readonly db: Database;
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly recommendations: RecommendDependencies;
  readonly activeModel: () => RecommenderModel | undefined;
  /** Returns a model in any role, or undefined if it cannot be loaded. */
  readonly loadModel: (modelVersion: string) => Promise<RecommenderModel | undefined>;
}

export class BatchBusyError extends Error {}

/**
 * Writes the file of a batch. Each chunk of people is a gzip member of its own and is on the disk before it counts as done, so that a job
 * that was killed goes on after the last chunk, with the model it began with. If the file or the model is gone, it begins again.
 */
export async function runBatch(dependencies: RunBatchDependencies, batchId: string): Promise<void> {
  const { db } = dependencies;
  const isMine = await tryWithLock(db, `kindred:batch:${batchId}`, async () => {
    const batch = await findBatch(db, batchId);
    if (batch?.status !== 'queued' && batch?.status !== 'running') return true;
    const { from, model } = (await resumeAt(dependencies, batch)) ?? (await beginAnew(dependencies, batch));
    await writeFrom(dependencies, from, model);
    await endBatch(db, { batchId, status: 'done', failure: null });
    return true;
  });
  if (!isMine) throw new BatchBusyError('Another process still works on this batch.');
}

interface Start {
  readonly from: Batch;
  readonly model: RecommenderModel | undefined;
}

async function resumeAt(
  { dataDir, loadModel }: RunBatchDependencies,
  batch: Batch,
): Promise<Start | undefined> {
  if (batch.peopleDone === 0) return undefined;
  const file = await stat(batchFile(dataDir, batch.batchId)).catch(() => undefined);
  if (file === undefined || file.size < batch.fileBytes) return undefined;
  if (batch.modelVersion === null) return { from: batch, model: undefined };
  const model = await loadModel(batch.modelVersion);
  return model && { from: batch, model };
}

async function beginAnew({ db, activeModel }: RunBatchDependencies, { batchId }: Batch): Promise<Start> {
  const model = activeModel();
  await beginBatch(db, { batchId, modelVersion: model?.version ?? null });
  return { from: (await findBatch(db, batchId))!, model };
}

async function writeFrom(
  { db, dataDir, signal, recommendations }: RunBatchDependencies,
  from: Batch,
  model: RecommenderModel | undefined,
): Promise<void> {
  await mkdir(batchFolder(dataDir), { recursive: true });
  const file = await open(batchFile(dataDir, from.batchId), from.fileBytes === 0 ? 'w' : 'r+');
  try {
    await file.truncate(from.fileBytes);
    for (let batch = from; ; ) {
      signal.throwIfAborted();
      const { userIds, lookedAt } = await findPeople(db, batch, peopleInChunk);
      if (lookedAt === 0) return;
      const made = await makeShelves(recommendations, { model, userIds, limit: batch.limit });
      const bytes = await compress(made.lines);
      await file.write(bytes, 0, bytes.length, batch.fileBytes);
      await file.datasync();
      batch = {
        ...batch,
        peopleDone: batch.peopleDone + lookedAt,
        shelves: batch.shelves + made.shelves,
        items: batch.items + made.items,
        lastUserId: userIds.at(-1) ?? batch.lastUserId,
        fileBytes: batch.fileBytes + bytes.length,
      };
      await noteProgress(db, batch);
    }
  } finally {
    await file.close();
  }
}
