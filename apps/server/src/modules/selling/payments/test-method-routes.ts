/** @file Does what a provider's script does in a browser: takes a card and returns a payment method. */
import { PaymentMethod, type RequestIssue, TestCard } from '@kindred/contracts';
import { type Reading, readCardExpiry, readCardNumber, readSecurityCode } from '@kindred/shop-types';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import type { TestProvider } from './test-provider-routes.ts';

const names = { number: 'card number', expiry: 'expiry', security_code: 'security code' };
type Field = keyof typeof names;

function issue(field: Field, code: string, message: string): RequestIssue {
  return { in: 'body', pointer: `/${field}`, code, message };
}

export function testMethodRoutes({ testProvider }: { testProvider: TestProvider }): ApiPlugin {
  return async (app) => {
    app.post(
      '/payments/test/methods',
      {
        schema: {
          tags: ['payments'],
          operationId: 'addTestCard',
          asker: 'anybody',
          permission: 'checkout:write',
          summary: 'Create a payment method for a card of the test provider; real cards are rejected',
          description:
            'This replaces the script of a real payment provider in the browser. 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined.',
          answers: { 201: 'The payment method, and the part of the card that may be shown' },
          body: TestCard,
          response: { 201: PaymentMethod },
        },
      },
      async (request, reply) => {
        const { number, expiry, security_code } = request.body;
        const readings: [Field, Reading][] = [
          ['number', readCardNumber(number)],
          ['expiry', readCardExpiry(expiry, new Date())],
          ['security_code', readSecurityCode(security_code, number)],
        ];
        const issues = readings.flatMap(([field, reading]) =>
          'refusal' in reading
            ? [issue(field, reading.refusal.code, `${names[field]} ${reading.refusal.says}`)]
            : [],
        );
        if (issues.length > 0) throw invalidRequest(issues);
        const [card, goodUntil] = readings.map(([, reading]) => ('value' in reading ? reading.value : ''));
        const method = testProvider.addMethod({ number: card, expiry: goodUntil });
        if (!method)
          throw invalidRequest([
            issue(
              'number',
              'not-a-test-card',
              'card number must be one of the test cards: this shop takes no real cards',
            ),
          ]);
        const { id, ...known } = method;
        return reply.status(201).send({ payment_method_id: id, ...known });
      },
    );
  };
}
