import { CartTokenHeader, EventBatch, EventReceipt } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { ensureVisitor } from '../../../platform/http/visitor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { recordEvents } from './record-events.ts';

export function eventRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.post(
      '/events',
      {
        bodyLimit: 64 * 1024,
        schema: {
          tags: ['analytics'],
          operationId: 'sendEvents',
          asker: 'visitor',
          summary: 'Report actions of the visitor; the next recommendations use them',
          description:
            'A request has up to 100 views, clicks and searches. Events about products that are not listed are dropped and counted.',
          answers: { 202: 'The number of accepted events' },
          headers: CartTokenHeader,
          body: EventBatch,
          response: { 202: EventReceipt },
        },
      },
      async (request, reply) => {
        const { userId } = request.caller;
        const visitorId = ensureVisitor(request, reply);
        const { events } = request.body;
        const { isNewVisitor } = request;
        const accepted = await recordEvents(db, { visitorId, userId, isNewVisitor, events });
        return reply.status(202).send({ accepted, dropped: events.length - accepted });
      },
    );
  };
}
