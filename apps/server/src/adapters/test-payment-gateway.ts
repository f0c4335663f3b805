/**
 * @file The built-in payment provider moves no money and simulates an outside company. It keeps its records in a table of its own, which
 * no other code reads, so it works across nodes and restarts as a real provider does.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Database, withTransaction } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import {
  type NextAction,
  type PaymentGateway,
  type PaymentMethod,
  type PaymentOutcome,
  PaymentUnavailableError,
} from '../ports/payment-gateway.ts';
import {
  findTestCard,
  nameTestCard,
  type RefundBehaviour,
  testCard,
  testFailure,
} from './test-payment-cards.ts';
import { readTestEvent } from './test-payment-events.ts';
import { askAgain, type BookedRefund, listed, requestedRefund } from './test-refunds.ts';

interface BookRow {
  reference: string;
  amount_minor: number;
  currency: string;
  state: PaymentOutcome['state'];
  failure_code: string | null;
  refunds_as: RefundBehaviour;
  refunds: BookedRefund[];
}

export interface TestPaymentGateway extends PaymentGateway {
  /** Does what Stripe's script does in the browser. Returns undefined if it is not a test card. */
  addMethod(card: { number: string; expiry: string }): PaymentMethod | undefined;
  /** Records the shopper's answer on the page of the second step. Returns undefined if the payment has no open second step. */
  authenticate(reference: string, isApproved: boolean): Promise<PaymentOutcome | undefined>;
}

const columns = sql`reference, amount_minor::float8, currency, state, failure_code, refunds_as, refunds`;

export function createTestPaymentGateway({
  db,
  secret,
  publicUrl,
  timeoutMs = 8_000,
}: {
  db: Database;
  /** The secret with which it signs events. */
  secret: string;
  publicUrl: string;
  /** How long cards that time out wait. */
  timeoutMs?: number;
}): TestPaymentGateway {
  function nextActionOf(reference: string): NextAction {
    return {
      redirectUrl: `${publicUrl}/api/v1/payments/test/authenticate?reference=${encodeURIComponent(reference)}`,
    };
  }

  function outcomeOf(row: BookRow): PaymentOutcome {
    const common = {
      reference: row.reference,
      amount: { amountMinor: row.amount_minor, currency: row.currency },
      refunds: row.refunds.map(listed),
    };
    switch (row.state) {
      case 'action-required':
        return { ...common, state: row.state, nextAction: nextActionOf(row.reference) };
      case 'failed':
        return { ...common, state: row.state, failure: testFailure(row.failure_code) };
      default:
        return { ...common, state: row.state };
    }
  }

  /** Finding a payment moves its refunds to their last state. */
  async function find(reference: string): Promise<PaymentOutcome | undefined> {
    const { rows } = await db.execute<BookRow>(
      sql`select ${columns} from test_payments where reference = ${reference}`,
    );
    const [row] = rows;
    if (!row) return undefined;
    const refunds = row.refunds.map((refund) => askAgain(refund, row.refunds_as));
    const ended = JSON.stringify(refunds);
    if (ended !== JSON.stringify(row.refunds))
      await db.execute(sql`
        update test_payments set refunds = ${ended}::jsonb
        where reference = ${reference} and refunds = ${JSON.stringify(row.refunds)}::jsonb`);
    return outcomeOf(row.refunds_as === 'succeed-then-fail' ? { ...row, refunds } : row);
  }

  /** Changes the state of a payment if it is still in one of these states, and returns its new outcome. */
  async function move(
    reference: string,
    from: readonly string[],
    to: PaymentOutcome['state'],
    failureCode: string | null = null,
    refundsAs: RefundBehaviour = 'succeed',
  ): Promise<PaymentOutcome> {
    await db.execute(sql`
      update test_payments set state = ${to}, failure_code = ${failureCode}, refunds_as = ${refundsAs}
      where reference = ${reference} and state = any(${from}::text[])`);
    const outcome = await find(reference);
    if (!outcome) throw new Error(`The test provider does not know the payment ${reference}`);
    return outcome;
  }

  return {
    provider: 'test',
    browserSettings: {},

    addMethod: nameTestCard,
    findMethod: async (method) => findTestCard(method),

    async open({ paymentId, orderId, amount }) {
      const { rows } = await db.execute<{ reference: string }>(sql`
        insert into test_payments as t (reference, idempotency_key, amount_minor, currency, state, order_id)
        values (${`test_${randomBytes(12).toString('hex')}`}, ${paymentId}, ${amount.amountMinor}, ${amount.currency},
          'open', ${orderId})
        on conflict (idempotency_key) do update set order_id = t.order_id returning reference`);
      return { reference: rows[0].reference };
    },

    async confirm({ reference, method }) {
      const card = testCard(method);
      switch (card.does) {
        case 'pay':
          return move(reference, ['open'], 'paid', null, card.refundsAs);
        case 'fail':
          return move(reference, ['open'], 'failed', card.code);
        case 'ask':
          return move(reference, ['open'], 'action-required', card.thenCode);
        case 'pay-silently':
          await move(reference, ['open'], 'paid');
          await wait(timeoutMs);
          throw new PaymentUnavailableError('The test provider did not answer');
        case 'say-nothing':
          await wait(timeoutMs);
          throw new PaymentUnavailableError('The test provider did not answer');
        default:
          return card satisfies never;
      }
    },

    find,

    cancel: (reference) => move(reference, ['open', 'action-required', 'failed'], 'cancelled'),

    refund: ({ refundId, reference, amountMinor }) =>
      withTransaction(db, async (tx) => {
        const { rows } = await tx.execute<BookRow>(
          sql`select ${columns} from test_payments where reference = ${reference} for update`,
        );
        const [row] = rows;
        if (row?.state !== 'paid')
          return { state: 'failed', reference: undefined, message: 'Nothing was paid.' };
        const earlier = row.refunds.find(({ key }) => key === refundId);
        const refund = earlier
          ? askAgain(earlier, row.refunds_as)
          : requestedRefund(refundId, amountMinor, row.refunds_as);
        const others = row.refunds.filter(({ key }) => key !== refundId);
        const given = [...others, refund]
          .filter(({ state }) => state !== 'failed')
          .reduce((sum, { amount_minor }) => sum + amount_minor, 0);
        if (given > row.amount_minor)
          return { state: 'failed', reference: undefined, message: 'That is more than was paid.' };
        const refunds = JSON.stringify(
          earlier ? row.refunds.map((one) => (one === earlier ? refund : one)) : [...others, refund],
        );
        await tx.execute(sql`
          update test_payments set refunds = ${refunds}::jsonb where reference = ${reference}`);
        return listed(refund);
      }),

    readEvent: (rawBody, headers) => readTestEvent({ rawBody, headers, secret, now: Date.now() }),

    async check() {
      await db.execute(sql`select 1`);
    },

    async authenticate(reference, isApproved) {
      const { rows } = await db.execute<BookRow>(
        sql`select ${columns} from test_payments where reference = ${reference} and state = 'action-required'`,
      );
      if (!rows[0]) return undefined;
      const failureCode = isApproved ? rows[0].failure_code : 'authentication-failed';
      return move(reference, ['action-required'], failureCode === null ? 'paid' : 'failed', failureCode);
    },
  };
}
