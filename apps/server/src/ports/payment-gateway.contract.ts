/** @file What every payment gateway does; each adapter's tests run it. */
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
    /** Pays; its refunds are under way until they end. */
    readonly refundsPend: string;
    /** The same, and they end in nothing. */
    readonly refundsPendInVain: string;
    /** Pays; the bank sends its refunds back days later. */
    readonly refundsBounce: string;
    /** Pays, and takes no refund. */
    readonly refundsFail: string;
  };
  /** As the provider's script names them in a browser; the first pays. */
  readonly namedMethods: readonly string[];
  /** Makes the next charge go unanswered; gives the method to charge. */
  loseAnswer(what: 'before-it-charged' | 'after-it-charged'): string;
  finishSecondStep(reference: string, isApproved: boolean): Promise<void>;
  /** Lets the time pass that a refund takes, to the end that the method says. */
  endRefund(refund: { refundId: string; reference: string; amountMinor: number }): Promise<void>;
  /** What the provider sends about a payment. */
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

    test('tells what a way to pay is, and never the whole number', async () => {
      for (const method of fixture.namedMethods)
        expect(await gateway.findMethod(method)).toEqual({
          id: method,
          brand: 'visa',
          last4: expect.stringMatching(/^\d{4}$/),
          expiry: expect.stringMatching(/^(0[1-9]|1[0-2])\/\d\d$/),
        });
    });

    test('knows no way to pay that it has not named', async () => {
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

    test('a way to pay that it has named pays', async () => {
      expect(await pay(fixture.namedMethods[0])).toEqual(expect.any(String));
    });

    test('opens a payment once, however often it is asked', async () => {
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

    test('nothing is charged when a payment is opened', async () => {
      const { reference } = await open();
      expect(await gateway.find(reference)).toEqual({ reference, amount, refunds: [], state: 'open' });
    });

    test('charges what was asked for', async () => {
      const { reference, confirm } = await open();
      const paid = { reference, amount, refunds: [], state: 'paid' };
      expect(await confirm(fixture.methods.pays)).toEqual(paid);
      expect(await gateway.find(reference)).toEqual(paid);
    });

    test('charges once when it is confirmed twice', async () => {
      const { reference, confirm } = await open();
      const { pays } = fixture.methods;
      const outcomes = [await confirm(pays), await confirm(pays)];
      expect(outcomes.map(sum)).toEqual([1, 2].map(() => ({ state: 'paid', refundedMinor: 0 })));
      // There is one payment's money to give back, not two.
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

    test('says why a card was declined, and goes on saying so', async () => {
      for (const [method, code] of fixture.methods.declined) {
        const { reference, confirm } = await open();
        const declined = { reference, amount, state: 'failed', failure: { code } };
        expect(await confirm(method), code).toMatchObject(declined);
        expect(await gateway.find(reference), code).toMatchObject(declined);
        expect(await confirm(method), `${code}, again`).toMatchObject(declined);
      }
    });

    test('refuses what is no way to pay', async () => {
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

    test('a refused second step does not', async () => {
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

    test('so is that an unanswered charge has not happened', async () => {
      const { reference, confirm } = await open();
      const charge = confirm(fixture.loseAnswer('before-it-charged'));
      await expect(charge).rejects.toThrow(PaymentUnavailableError);
      expect((await gateway.find(reference))?.state).toBe('open');
    });

    test('what is cancelled can never be charged', async () => {
      const { reference, confirm } = await open();
      expect((await gateway.cancel(reference)).state).toBe('cancelled');
      expect((await gateway.cancel(reference)).state).toBe('cancelled');
      expect((await confirm(fixture.methods.pays)).state).toBe('cancelled');
      expect((await gateway.find(reference))?.state).toBe('cancelled');
    });

    test('cancels what was declined and what waits for its second step', async () => {
      const declined = await open();
      await declined.confirm(fixture.methods.declined[0][0]);
      expect((await gateway.cancel(declined.reference)).state).toBe('cancelled');
      const asked = await askFor(fixture.methods.asks);
      expect((await gateway.cancel(asked)).state).toBe('cancelled');
    });

    test('cancelling comes too late for what is paid', async () => {
      const reference = await pay();
      expect(await gateway.cancel(reference)).toMatchObject({ state: 'paid', amount });
    });

    test('a charge and a cancellation at once leave one of the two', async () => {
      const { reference, confirm } = await open();
      await Promise.all([confirm(fixture.methods.pays), gateway.cancel(reference)]);
      const outcome = await gateway.find(reference);
      expect(['paid', 'cancelled']).toContain(outcome?.state);
      expect((await gateway.cancel(reference)).state).toBe(outcome?.state);
    });

    test('gives money back in parts, and never more than was paid', async () => {
      const reference = await pay();
      const refund = (amountMinor: number) =>
        gateway.refund({ refundId: randomUUID(), reference, amountMinor });
      expect((await refund(1_000)).state).toBe('succeeded');
      expect(givenBack(await gateway.find(reference))).toBe(1_000);
      expect((await refund(3_201)).state).toBe('failed');
      expect((await refund(3_200)).state).toBe('succeeded');
      expect(sum(await gateway.find(reference))).toEqual({ state: 'paid', refundedMinor: 4_200 });
    });

    test('gives back once what has one id', async () => {
      const reference = await pay();
      const request = { refundId: randomUUID(), reference, amountMinor: 4_200 };
      const first = await gateway.refund(request);
      expect(first.state).toBe('succeeded');
      expect(await Promise.all([gateway.refund(request), gateway.refund(request)])).toEqual([first, first]);
      expect(givenBack(await gateway.find(reference))).toBe(4_200);
    });

    test('lists its refunds with what they were asked for with', async () => {
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
    ] as const)('a refund of a card that says %s is %s, then %s', async (card, first, last) => {
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

    test('what did not arrive can be given back again', async () => {
      const reference = await pay(fixture.methods.refundsPendInVain);
      const request = { refundId: randomUUID(), reference, amountMinor: amount.amountMinor };
      await gateway.refund(request);
      expect((await gateway.refund({ ...request, refundId: randomUUID() })).state).toBe('failed');
      await fixture.endRefund(request);
      expect((await gateway.refund({ ...request, refundId: randomUUID() })).state).toBe('requested');
    });

    test('a card that takes no refund keeps the money with the shop', async () => {
      const reference = await pay(fixture.methods.refundsFail);
      const request = { refundId: randomUUID(), reference, amountMinor: 1_200 };
      for (let times = 0; times < 2; times++)
        expect(await gateway.refund(request)).toMatchObject({ state: 'failed', message: expect.any(String) });
      expect(givenBack(await gateway.find(reference))).toBe(0);
    });

    test('gives nothing back where nothing was paid', async () => {
      const { reference } = await open();
      const refund = (of: string) =>
        gateway.refund({ refundId: randomUUID(), reference: of, amountMinor: 100 });
      expect((await refund(reference)).state).toBe('failed');
      expect((await refund('nothing')).state).toBe('failed');
    });

    test('knows no payment that it has not opened', async () => {
      expect(await gateway.find('pi_nothing')).toBeUndefined();
    });

    test('reads what the provider tells', async () => {
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

    test('refuses events that the provider has not sent, or not lately', () => {
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
