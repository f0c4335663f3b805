import { CartTokenHeader, EventBatch, EventReceipt } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { isInProcess } from '../../../platform/http/in-process-fetch.ts';
import { mayTrack } from '../../../platform/http/may-track.ts';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import { ensureVisitor } from '../../../platform/http/visitor.ts';
import { type ReceiveEventsDependencies, receiveEvents } from './receive-events.ts';

export function eventRoutes(dependencies: ReceiveEventsDependencies): ApiPlugin {
  return async (app) => {
    app.post(
      '/events',
      {
        bodyLimit: 64 * 1024,
        // A browser sends its last events with `sendBeacon`, which has no headers. Requests of other sites are rejected all the same.
        config: { needsCsrfToken: false },
        schema: {
          tags: ['analytics'],
          operationId: 'sendEvents',
          asker: 'visitor',
          permission: 'events:write',
          summary: 'Report actions of the visitor; the next recommendations use them',
          description:
            'A request has up to 100 views, clicks, searches and impressions, and a visitor may send 600 a minute. Events about products that are not listed are dropped and counted, and so are all events of a caller who sends `DNT: 1` or `Sec-GPC: 1` or has opted out. An event with an `event_id` that was sent before is accepted and not stored again.',
          answers: { 202: 'The number of accepted events' },
          headers: CartTokenHeader,
          body: EventBatch,
          response: { 202: EventReceipt },
        },
      },
      async (request, reply) => {
        const { events } = request.body;
        const { userId } = request.caller;
        const accepted = mayTrack(request, { hasOptedOut: isOptedOut(request) })
          ? await receiveEvents(dependencies, {
              visitorId: ensureVisitor(request, reply),
              userId,
              isNewVisitor: request.isNewVisitor,
              isFromPage: isInProcess(request.headers),
              events,
            })
          : dependencies.drop('objected', events.length);
        return reply.status(202).send({ accepted, dropped: events.length - accepted });
      },
    );
  };
}
