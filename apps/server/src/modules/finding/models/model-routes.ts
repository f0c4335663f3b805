import { TrainingReceipt } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { scheduleTraining } from './model-jobs.ts';

export function modelRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.post(
      '/admin/models/train',
      {
        schema: {
          tags: ['admin'],
          operationId: 'trainModel',
          asker: 'admin',
          permission: 'models:train',
          summary: 'Train a model',
          description:
            'One training runs at a time. The new model answers after it has passed its tests; without new interactions since the last training, nothing happens.',
          answers: { 202: 'The training is queued' },
          response: { 202: TrainingReceipt },
        },
      },
      async (_, reply) => {
        await scheduleTraining(db, 0);
        return reply.status(202).send({ state: 'queued' as const });
      },
    );
  };
}
