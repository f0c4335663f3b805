/** @file The page on which the test provider plays the shopper's bank. Anyone who knows the reference of a payment may use it. */
import { randomUUID } from 'node:crypto';
import formbody from '@fastify/formbody';
import { formatMoney, type Money } from '@kindred/shop-types';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { type Html, html, sendPlainPage } from '../../../platform/http/plain-page.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { PaymentMethod, PaymentOutcome } from '../../../ports/payment-gateway.ts';
import type { SettleOrder } from './apply-payment-event.ts';
import { findPaymentByReference } from './payment-repository.ts';
import { receivePaymentEvent } from './receive-payment-event.ts';

export interface TestProvider {
  readonly provider: string;
  /** Returns a payment method for a card, or undefined if it is not a test card. */
  addMethod(card: { number: string; expiry: string }): PaymentMethod | undefined;
  find(reference: string): Promise<PaymentOutcome | undefined>;
  /** Returns undefined if the payment has no open second step. */
  authenticate(reference: string, isApproved: boolean): Promise<PaymentOutcome | undefined>;
}

const reference = Type.String({ minLength: 1, maxLength: 100 });
const decision = Type.Union([Type.Literal('approve'), Type.Literal('refuse')]);

export function testProviderRoutes({
  db,
  testProvider,
  settleOrder,
}: {
  db: Database;
  testProvider: TestProvider;
  settleOrder: SettleOrder;
}): ApiPlugin {
  const { provider } = testProvider;

  async function returnAddress(reference: string): Promise<string> {
    const payment = await findPaymentByReference(db, { provider, reference });
    // A path without a host: the shopper may have reached the shop by another host name, and has their cookies there.
    return payment ? `/checkout/return?order=${payment.orderId}` : '/';
  }

  async function sendBack(reply: FastifyReply, reference: string): Promise<FastifyReply> {
    return reply.header('cache-control', 'no-store').redirect(await returnAddress(reference), 303);
  }

  /** Sends an event as a provider does, and also applies the outcome immediately, because the shopper is waiting. */
  async function tell({ reference, state, amount }: PaymentOutcome): Promise<void> {
    await receivePaymentEvent(db, provider, {
      providerEventId: `testevt_${randomUUID()}`,
      type: `payment.${state}`,
      reference,
      claimed: state === 'paid' ? amount : undefined,
      payload: { reference, state },
    });
    const payment = await findPaymentByReference(db, { provider, reference });
    if (payment) await settleOrder(payment.orderId);
  }

  return async (app) => {
    await app.register(formbody, { bodyLimit: 4_096 });

    app.get(
      '/payments/test/authenticate',
      { schema: { hide: true, querystring: Type.Object({ reference }) } },
      async ({ query }, reply) => {
        const outcome = await testProvider.find(query.reference);
        if (!outcome) return sendUnknown(reply);
        if (outcome.state !== 'action-required') return sendBack(reply, query.reference);
        return sendPlainPage(reply, {
          title: 'Is it you?',
          body: question({
            reference: query.reference,
            amount: outcome.amount,
            backTo: await returnAddress(query.reference),
          }),
          styles,
        });
      },
    );

    app.post(
      '/payments/test/authenticate',
      {
        // As at a real provider, the reference counts, not the log-in at the shop.
        config: { crossSite: true },
        schema: {
          hide: true,
          body: Type.Object({ reference, decision }, { additionalProperties: false }),
        },
      },
      async ({ body }, reply) => {
        const outcome = await testProvider.authenticate(body.reference, body.decision === 'approve');
        if (outcome) await tell(outcome);
        else if (!(await testProvider.find(body.reference))) return sendUnknown(reply);
        return sendBack(reply, body.reference);
      },
    );
  };
}

const styles = html`
.eyebrow { margin: 0 0 .5rem; color: var(--muted); font-size: .875rem; }
.amount { margin: 1.5rem 0; padding: 1.25rem 1.5rem; border-radius: 12px; background: var(--surface); }
.amount strong { display: block; font-size: 2rem; font-weight: 600; line-height: 1.2; letter-spacing: -.02em; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
@media (width < 30rem) { .buttons button { flex: 1 1 100%; } }
`;

function question({ reference, amount, backTo }: { reference: string; amount: Money; backTo: string }): Html {
  return html`<p class="eyebrow">Kindred Test Bank</p>
<h1>Is it you?</h1>
<p>A shop asks for a payment from your card. Your bank wants to know that it is you who pays.</p>
<p class="amount"><span class="muted">Amount</span><strong>${formatMoney(amount)}</strong></p>
<form method="post" action="authenticate">
<input type="hidden" name="reference" value="${reference}">
<div class="buttons">
<button name="decision" value="approve">Yes, pay</button>
<button class="secondary" name="decision" value="refuse">No, it is not me</button>
</div>
</form>
<p><a href="${backTo}">Back to the shop, without an answer</a></p>
<p class="muted">This is a test: there is no bank, and no money moves.</p>`;
}

function sendUnknown(reply: FastifyReply): FastifyReply {
  return sendPlainPage(reply, {
    status: 404,
    title: 'This payment does not exist',
    body: html`<h1>This payment does not exist</h1>
<p>The link may be an old one, or a part of it is missing. You have not been charged.</p>
<p><a href="/">Back to the shop</a></p>`,
  });
}
