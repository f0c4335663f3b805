/** @file The contract suite of payment gateways. The tests of each adapter run it. */
import { randomUUID } from 'node:crypto';
import type { Money } from '@kindred/shop-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  PaymentEventError,
  type PaymentFailureCode,
  type PaymentGateway,
  type PaymentOutcome,
  PaymentUnavailableError,
} from './payment-gateway.ts';

export interface SignedEvent {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

export interface PaymentGatewayFixture {
  readonly gateway: PaymentGateway;
  readonly methods: {
    readonly pays: string;
    /** Asks for a second step, which then pays. */
    readonly asks: string;
    /** Asks for a second step and is declined after it. */
    readonly asksInVain: string;
    readonly declined: readonly (readonly [method: string, code: PaymentFailureCode])[];
    /** Pays. Its refunds are pending until they succeed. */
    readonly refundsPend: string;
    /** Pays. Its refunds are pending until they fail. */
    readonly refundsPendInVain: string;
    /** Pays. The bank returns its refunds days later. */
    readonly refundsBounce: string;
    /** Pays, but rejects refunds. */
    readonly refundsFail: string;
  };
  /** The payment methods that the provider's script issues in a browser. The first one pays. */
  readonly namedMethods: readonly string[];
  /** Makes the next charge get no answer. Returns the method to charge. */
  loseAnswer(what: 'before-it-charged' | 'after-it-charged'): string;
  finishSecondStep(reference: string, isApproved: boolean): Promise<void>;
  /** Simulates the time of a refund, until the end that its method defines. */
  endRefund(refund: { refundId: string; reference: string; amountMinor: number }): Promise<void>;
  /** Returns an event that the provider sends about a payment. */
  event(event: {
    id: string;
    kind: 'other' | 'paid';
    reference: string;
    claimed: Money;
    at?: Date;
    isForged?: boolean;
  }): SignedEvent;
  close(): Promise<void>;
}

const returnUrl = 'http://localhost:3000/checkout/return?order=1';
const amount: Money = { amountMinor: 4_200, currency: 'EUR' };

export function describePaymentGateway(name: string, start: () => Promise<PaymentGatewayFixture>): void {
  describe(`payments by ${name}`, () => {
    let fixture: PaymentGatewayFixture;
    let gateway: PaymentGateway;

    beforeAll(async () => {
      fixture = await start();
      ({ gateway } = fixture);
    });
    afterAll(() => fixture.close());

    async function open(paymentId: string = randomUUID()) {
      const orderId = randomUUID();
      const { reference } = await gateway.open({
        paymentId,
        orderId,
        orderNumber: 'K-1001',
        amount,
        email: 'ada@example.com',
      });
      const confirm = (method: string) => gateway.confirm({ paymentId, reference, method, returnUrl });
      return { paymentId, orderId, reference, confirm };
    }

    async function pay(method = fixture.methods.pays): Promise<string> {
      const { reference, confirm } = await open();
      expect((await confirm(method)).state).toBe('paid');
      return reference;
    }

    function givenBack(outcome: PaymentOutcome | undefined): number {
      return (outcome?.refunds ?? [])
        .filter(({ state }) => state !== 'failed')
        .reduce((all, { amountMinor }) => all + amountMinor, 0);
    }

    async function askFor(method: string): Promise<string> {
      const { reference, confirm } = await open();
      const outcome = await confirm(method);
      expect(outcome).toMatchObject({ state: 'action-required', amount });
      expect(outcome.state === 'action-required' && outcome.nextAction.redirectUrl).toMatch(/^https?:/);
      return reference;
    }

    function sum(outcome: PaymentOutcome | undefined) {
      return outcome && { state: outcome.state, refundedMinor: givenBack(outcome) };
    }

    test('describes a payment method, but never returns the whole card number', async () => {
      for (const method of fixture.namedMethods)
        expect(await gateway.findMethod(method)).toEqual({
          id: method,
          brand: 'visa',
          last4: expect.stringMatching(/^\d{4}$/),
          expiry: expect.stringMatching(/^(0[1-9]|1[0-2])\/\d\d$/),
        });
    });

    test('returns undefined for a payment method that it did not issue', async () => {
      const others = [
        'pm_nothing',
        '4242424242424242',
        'pm_test_4243_1230',
        'constructor',
        '../balance',
        '🎁',
      ];
      for (const method of others) expect(await gateway.findMethod(method), method).toBeUndefined();
    });

    test('charges a payment method that it issued', async () => {
      expect(await pay(fixture.namedMethods[0])).toEqual(expect.any(String));
    });

    test('opens a payment once, even for repeated requests', async () => {
      const request = {
        paymentId: randomUUID(),
        orderId: randomUUID(),
        orderNumber: 'K-1002',
        amount,
        email: 'ada@example.com',
      };
      const first = await gateway.open(request);
      const again = await Promise.all([gateway.open(request), gateway.open(request)]);
      expect(again).toEqual([first, first]);
      expect((await open()).reference).not.toBe(first.reference);
    });

    test('opening a payment charges nothing', async () => {
      const { reference } = await open();
      expect(await gateway.find(reference)).toEqual({ reference, amount, refunds: [], state: 'open' });
    });

    test('charges the requested amount', async () => {
      const { reference, confirm } = await open();
      const paid = { reference, amount, refunds: [], state: 'paid' };
      expect(await confirm(fixture.methods.pays)).toEqual(paid);
      expect(await gateway.find(reference)).toEqual(paid);
    });

    test('charges once if a payment is confirmed twice', async () => {
      const { reference, confirm } = await open();
      const { pays } = fixture.methods;
      const outcomes = [await confirm(pays), await confirm(pays)];
      expect(outcomes.map(sum)).toEqual([1, 2].map(() => ({ state: 'paid', refundedMinor: 0 })));
      // Only one payment can be refunded, not two.
      const back = (amountMinor: number) =>
        gateway.refund({ refundId: randomUUID(), reference, amountMinor });
      expect((await back(amount.amountMinor)).state).toBe('succeeded');
      expect((await back(1)).state).toBe('failed');
    });

    test('a paid payment is not charged again with another card', async () => {
      const { reference, confirm } = await open();
      await confirm(fixture.methods.pays);
      expect((await confirm(fixture.methods.asks)).state).toBe('paid');
      expect((await gateway.find(reference))?.state).toBe('paid');
    });

    test('reports why a card was declined, also later', async () => {
      for (const [method, code] of fixture.methods.declined) {
        const { reference, confirm } = await open();
        const declined = { reference, amount, state: 'failed', failure: { code } };
        expect(await confirm(method), code).toMatchObject(declined);
        expect(await gateway.find(reference), code).toMatchObject(declined);
        expect(await confirm(method), `${code}, again`).toMatchObject(declined);
      }
    });

    test('declines an invalid payment method', async () => {
      for (const method of ['no such card', 'pm_nothing', 'constructor', '4242\r\n4242', '🎁']) {
        const { confirm } = await open();
        expect(await confirm(method), method).toMatchObject({
          state: 'failed',
          failure: { code: 'invalid-method' },
        });
      }
    });

    test('an approved second step pays', async () => {
      const reference = await askFor(fixture.methods.asks);
      expect((await gateway.find(reference))?.state).toBe('action-required');
      await fixture.finishSecondStep(reference, true);
      expect(await gateway.find(reference)).toMatchObject({ state: 'paid', amount });
    });

    test('a refused second step does not pay', async () => {
      const reference = await askFor(fixture.methods.asks);
      await fixture.finishSecondStep(reference, false);
      expect(await gateway.find(reference)).toMatchObject({
        state: 'failed',
        failure: { code: 'authentication-failed' },
      });
    });

    test('a card can be declined after its second step', async () => {
      const reference = await askFor(fixture.methods.asksInVain);
      await fixture.finishSecondStep(reference, true);
      expect(await gateway.find(reference)).toMatchObject({
        state: 'failed',
        failure: { code: 'card-declined' },
      });
    });

    test('a charge whose answer was lost is found', async () => {
      const { reference, confirm } = await open();
      const charge = confirm(fixture.loseAnswer('after-it-charged'));
      await expect(charge).rejects.toThrow(PaymentUnavailableError);
      expect(await gateway.find(reference)).toMatchObject({ state: 'paid', amount });
    });

    test('finds that an unanswered charge did not happen', async () => {
      const { reference, confirm } = await open();
      const charge = confirm(fixture.loseAnswer('before-it-charged'));
      await expect(charge).rejects.toThrow(PaymentUnavailableError);
      expect((await gateway.find(reference))?.state).toBe('open');
    });

    test('a cancelled payment can never be charged', async () => {
      const { reference, confirm } = await open();
      expect((await gateway.cancel(reference)).state).toBe('cancelled');
      expect((await gateway.cancel(reference)).state).toBe('cancelled');
      expect((await confirm(fixture.methods.pays)).state).toBe('cancelled');
      expect((await gateway.find(reference))?.state).toBe('cancelled');
    });

    test('cancels declined payments, and payments that wait for the second step', async () => {
      const declined = await open();
      await declined.confirm(fixture.methods.declined[0][0]);
      expect((await gateway.cancel(declined.reference)).state).toBe('cancelled');
      const asked = await askFor(fixture.methods.asks);
      expect((await gateway.cancel(asked)).state).toBe('cancelled');
    });

    test('cannot cancel a paid payment', async () => {
      const reference = await pay();
      expect(await gateway.cancel(reference)).toMatchObject({ state: 'paid', amount });
    });

    test('of a concurrent charge and cancellation, exactly one succeeds', async () => {
      const { reference, confirm } = await open();
      await Promise.all([confirm(fixture.methods.pays), gateway.cancel(reference)]);
      const outcome = await gateway.find(reference);
      expect(['paid', 'cancelled']).toContain(outcome?.state);
      expect((await gateway.cancel(reference)).state).toBe(outcome?.state);
    });

    test('refunds in parts, and never more than was paid', async () => {
      const reference = await pay();
      const refund = (amountMinor: number) =>
        gateway.refund({ refundId: randomUUID(), reference, amountMinor });
      expect((await refund(1_000)).state).toBe('succeeded');
      expect(givenBack(await gateway.find(reference))).toBe(1_000);
      expect((await refund(3_201)).state).toBe('failed');
      expect((await refund(3_200)).state).toBe('succeeded');
      expect(sum(await gateway.find(reference))).toEqual({ state: 'paid', refundedMinor: 4_200 });
    });

    test('refunds once per id', async () => {
      const reference = await pay();
      const request = { refundId: randomUUID(), reference, amountMinor: 4_200 };
      const first = await gateway.refund(request);
      expect(first.state).toBe('succeeded');
      expect(await Promise.all([gateway.refund(request), gateway.refund(request)])).toEqual([first, first]);
      expect(givenBack(await gateway.find(reference))).toBe(4_200);
    });

    test('lists refunds with the ids of their requests', async () => {
      const reference = await pay();
      const requests = [1_000, 200].map((amountMinor) => ({
        refundId: randomUUID(),
        reference,
        amountMinor,
      }));
      for (const request of requests) await gateway.refund(request);
      const { refunds } = (await gateway.find(reference))!;
      expect(new Map(refunds.map((refund) => [refund.refundId, refund]))).toEqual(
        new Map(
          requests.map(({ refundId, amountMinor }) => [
            refundId,
            { refundId, amountMinor, state: 'succeeded', reference: expect.any(String) },
          ]),
        ),
      );
    });

    test.each([
      ['refundsPend', 'requested', 'succeeded'],
      ['refundsPendInVain', 'requested', 'failed'],
      ['refundsBounce', 'succeeded', 'failed'],
    ] as const)('a refund of the card %s is %s, then %s', async (card, first, last) => {
      const reference = await pay(fixture.methods[card]);
      const request = { refundId: randomUUID(), reference, amountMinor: 1_200 };
      const begun = await gateway.refund(request);
      expect(begun).toMatchObject({ state: first, reference: expect.any(String) });
      if (first === 'requested') {
        const outcome = await gateway.find(reference);
        expect(outcome?.refunds).toMatchObject([{ refundId: request.refundId, state: first }]);
        expect(givenBack(outcome)).toBe(1_200);
      }
      await fixture.endRefund(request);
      const ended = { state: last, reference: begun.reference };
      expect(await gateway.refund(request)).toMatchObject(ended);
      const outcome = await gateway.find(reference);
      expect(outcome?.refunds).toMatchObject([{ ...ended, refundId: request.refundId }]);
      expect(givenBack(outcome)).toBe(last === 'succeeded' ? 1_200 : 0);
    });

    test('a failed refund can be made again', async () => {
      const reference = await pay(fixture.methods.refundsPendInVain);
      const request = { refundId: randomUUID(), reference, amountMinor: amount.amountMinor };
      await gateway.refund(request);
      expect((await gateway.refund({ ...request, refundId: randomUUID() })).state).toBe('failed');
      await fixture.endRefund(request);
      expect((await gateway.refund({ ...request, refundId: randomUUID() })).state).toBe('requested');
    });

    test('a refund to a card that rejects refunds fails', async () => {
      const reference = await pay(fixture.methods.refundsFail);
      const request = { refundId: randomUUID(), reference, amountMinor: 1_200 };
      for (let times = 0; times < 2; times++)
        expect(await gateway.refund(request)).toMatchObject({ state: 'failed', message: expect.any(String) });
      expect(givenBack(await gateway.find(reference))).toBe(0);
    });

    test('refunds nothing if nothing was paid', async () => {
      const { reference } = await open();
      const refund = (of: string) =>
        gateway.refund({ refundId: randomUUID(), reference: of, amountMinor: 100 });
      expect((await refund(reference)).state).toBe('failed');
      expect((await refund('nothing')).state).toBe('failed');
    });

    test('returns undefined for an unknown payment', async () => {
      expect(await gateway.find('pi_nothing')).toBeUndefined();
    });

    test('reads the provider’s events', async () => {
      const event = { id: 'evt_1', reference: await pay(), claimed: amount };
      const paid = fixture.event({ ...event, kind: 'paid' });
      expect(gateway.readEvent(paid.body, paid.headers)).toMatchObject({
        providerEventId: 'evt_1',
        reference: event.reference,
        claimed: amount,
      });
      const other = fixture.event({ ...event, kind: 'other' });
      expect(gateway.readEvent(other.body, other.headers)).toMatchObject({
        reference: event.reference,
        claimed: undefined,
      });
    });

    test('rejects events that the provider did not send, or sent too long ago', () => {
      const event = { id: 'evt_2', kind: 'paid', reference: 'nothing', claimed: amount } as const;
      const good = fixture.event(event);
      const old = fixture.event({ ...event, at: new Date(Date.now() - 301_000) });
      const forged = fixture.event({ ...event, isForged: true });
      const changed = Buffer.from(good.body.toString().replaceAll('4200', '4300'));
      expect(changed).not.toEqual(good.body);
      const refused: [Buffer, Record<string, string>][] = [
        [old.body, old.headers],
        [forged.body, forged.headers],
        [changed, good.headers],
        [good.body, old.headers],
        [good.body, {}],
        [Buffer.alloc(0), good.headers],
      ];
      for (const [body, headers] of refused)
        expect(() => gateway.readEvent(body, headers)).toThrow(PaymentEventError);
    });

    test('can be reached', async () => {
      await gateway.check();
    });
  });
}
