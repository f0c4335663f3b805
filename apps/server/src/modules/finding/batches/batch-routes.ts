import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { NewRecommendationBatch, RecommendationBatch, Uuid } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type Batch, batchFile, batchProblem, mostWaiting } from './batch.ts';
import { findBatch, insertBatch } from './batch-repository.ts';

const tags = ['recommendations'];
const params = Type.Object({ id: Uuid('Of the batch') });
const common = { tags, asker: 'admin', permission: 'recommendations:read' } as const;

const present = (batch: Batch): RecommendationBatch => ({
  batch_id: batch.batchId,
  status: batch.status,
  limit: batch.limit,
  people: batch.people,
  people_done: batch.peopleDone,
  shelves: batch.shelves,
  items: batch.items,
  file_bytes: batch.fileBytes,
  model_version: batch.modelVersion,
  failure: batch.failure,
  created_at: batch.createdAt.toISOString(),
  started_at: batch.startedAt?.toISOString() ?? null,
  finished_at: batch.finishedAt?.toISOString() ?? null,
});

export function batchRoutes({ db, dataDir }: { db: Database; dataDir: string }): ApiPlugin {
  async function known(batchId: string): Promise<Batch> {
    const batch = await findBatch(db, batchId);
    if (!batch) throw batchProblem('batch-not-found');
    return batch;
  }

  return async (app) => {
    app.post(
      '/recommendations/batch',
      {
        bodyLimit: 16 * 1024 * 1024,
        schema: {
          ...common,
          operationId: 'createRecommendationBatch',
          summary: 'Order a file with the shelves of all people, or of a list of people',
          description: `A job makes the home shelf of each person with the model that is active when it begins. At most ${mostWaiting} jobs wait or run.`,
          problems: batchProblem.known('too-many-batches'),
          answers: { 202: 'The job is queued' },
          body: NewRecommendationBatch,
          response: { 202: RecommendationBatch },
        },
      },
      async ({ body: { user_ids, limit = 20 } }, reply) => {
        const batch = await insertBatch(db, { userIds: user_ids && [...new Set(user_ids)], limit });
        if (!batch) throw batchProblem('too-many-batches');
        return reply.status(202).send(present(batch));
      },
    );

    app.get(
      '/recommendations/batch/:id',
      {
        schema: {
          ...common,
          operationId: 'getRecommendationBatch',
          summary: 'Show the progress of a batch',
          description: 'It also says which model made the shelves.',
          problems: batchProblem.known('batch-not-found'),
          answers: { 200: 'The batch' },
          params,
          response: { 200: RecommendationBatch },
        },
      },
      async ({ params: { id } }) => present(await known(id)),
    );

    app.get(
      '/recommendations/batch/:id/file',
      {
        schema: {
          ...common,
          operationId: 'getRecommendationBatchFile',
          summary: 'Download the shelves of a batch',
          description:
            'JSON Lines, compressed with gzip: a line per person with `request_id`, `user_id`, `model_version`, `variant` and `items`. Send the `request_id` with the events of clicked items. The file is kept for seven days.',
          problems: batchProblem.known(
            'batch-not-found',
            'batch-not-finished',
            'batch-failed',
            'batch-file-gone',
          ),
          media: { type: 'application/gzip', description: 'The file' },
          params,
        },
      },
      async ({ params: { id } }, reply) => {
        const { status, batchId, fileBytes } = await known(id);
        if (status === 'failed') throw batchProblem('batch-failed');
        if (status === 'queued' || status === 'running') throw batchProblem('batch-not-finished');
        const path = batchFile(dataDir, batchId);
        const size = (await stat(path).catch(() => undefined))?.size;
        if (status === 'expired' || size !== fileBytes) throw batchProblem('batch-file-gone');
        return reply
          .type('application/gzip')
          .header('content-length', size)
          .header('content-disposition', `attachment; filename="recommendations-${batchId}.jsonl.gz"`)
          .send(createReadStream(path) as never);
      },
    );
  };
}
