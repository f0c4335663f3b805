/** @file The page on which the test provider plays a shopper's bank. Whoever knows the reference of a payment may use it. */
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
  /** A name for a card. Undefined: it is no test card. */
  addMethod(card: { number: string; expiry: string }): PaymentMethod | undefined;
  find(reference: string): Promise<PaymentOutcome | undefined>;
  /** Undefined: no second step is to be taken. */
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
    // By path: whoever reached the shop by another name of its host has their cookies there.
    return payment ? `/checkout/return?order=${payment.orderId}` : '/';
  }

  async function sendBack(reply: FastifyReply, reference: string): Promise<FastifyReply> {
    return reply.header('cache-control', 'no-store').redirect(await returnAddress(reference), 303);
  }

  /** As a provider does: an event, which waits for its order if need be; and at once, as the shopper is waiting. */
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
        // As at a provider elsewhere, the reference is what counts, not who is logged in to the shop.
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
    title: 'There is no such payment',
    body: html`<h1>There is no such payment</h1>
<p>The link may be an old one, or a part of it is missing. Nothing was charged.</p>
<p><a href="/">Back to the shop</a></p>`,
  });
}
