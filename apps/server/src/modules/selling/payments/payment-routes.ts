import { PaymentSettings } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import {
  type PaymentEvent,
  PaymentEventError,
  PaymentEventShapeError,
  type PaymentGateway,
} from '../../../ports/payment-gateway.ts';
import { receivePaymentEvent } from './receive-payment-event.ts';

const paymentEventProblem = problemsOf({
  'invalid-signature': { status: 400, title: 'The event was not sent by the payment provider' },
  'invalid-event': { status: 400, title: 'The payment provider’s event cannot be read' },
});

const eventBytes = 256 * 1024;

export function paymentRoutes({ db, gateway }: { db: Database; gateway: PaymentGateway }): ApiPlugin {
  const { provider, browserSettings } = gateway;

  return async (app) => {
    app.get(
      '/payments/settings',
      {
        schema: {
          tags: ['payments'],
          operationId: 'getPaymentSettings',
          asker: 'anybody',
          permission: 'checkout:write',
          summary: 'Show the payment provider, and the settings that a browser needs for it',
          description: 'With the built-in test provider no money moves.',
          answers: { 200: 'The provider, and its settings' },
          response: { 200: PaymentSettings },
        },
      },
      async () => ({ provider, settings: { ...browserSettings } }),
    );

    await app.register(async (webhooks) => {
      // A signature covers the raw bytes.
      webhooks.removeAllContentTypeParsers();
      webhooks.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

      webhooks.post(
        `/payments/webhooks/${provider}`,
        {
          bodyLimit: eventBytes,
          config: { crossSite: true, keepsUnknown: true, rateLimit: { max: 6_000, timeWindow: '1 minute' } },
          schema: {
            tags: ['payments'],
            operationId: 'receivePaymentEvent',
            asker: 'anybody',
            permission: 'payments:write',
            summary: 'Receive an event of the payment provider',
            description:
              'Only for the provider, which signs the event and defines its form. The shop stores the event and processes it soon after. A repeated event counts once.',
            problems: [...paymentEventProblem.known()],
            answers: { 200: 'It is kept' },
            response: {
              200: Type.Object({ received: Type.Boolean({ description: 'Whether the event was stored' }) }),
            },
          },
        },
        async (request) => {
          let event: PaymentEvent;
          try {
            const headers = Object.fromEntries(
              Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
            );
            event = gateway.readEvent((request.body as Buffer | undefined) ?? Buffer.alloc(0), headers);
          } catch (error) {
            if (!(error instanceof PaymentEventError)) throw error;
            request.log.warn({ reason: error.message }, 'a payment event was rejected');
            const isSigned = error instanceof PaymentEventShapeError;
            throw paymentEventProblem(isSigned ? 'invalid-event' : 'invalid-signature', error.message);
          }
          await receivePaymentEvent(db, provider, event);
          return { received: true };
        },
      );
    });
  };
}
