import type { StateMachine } from '@kindred/shop-types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paymentMachine, refundMachine } from '../payments/index.ts';
import { orderMachine } from './order-states.ts';

/** Every allowed transition, written a second time in another form. All other pairs must be rejected. */
const machines: [string, StateMachine<string, string>, string[]][] = [
  ['order', orderMachine, ['Pending complete Completed', 'Pending cancel Cancelled']],
  [
    'payment',
    paymentMachine,
    [
      'pending require-action action-required',
      'pending pay paid',
      'pending fail failed',
      'pending cancel cancelled',
      'action-required pay paid',
      'action-required fail failed',
      'action-required cancel cancelled',
      'failed pay paid',
      'cancelled pay paid',
      'paid refund-part partly-refunded',
      'paid refund-all refunded',
      'partly-refunded refund-part partly-refunded',
      'partly-refunded refund-all refunded',
      'partly-refunded refund-none paid',
      'refunded refund-part partly-refunded',
      'refunded refund-none paid',
    ],
  ],
  [
    'refund',
    refundMachine,
    ['requested succeed succeeded', 'requested fail failed', 'succeeded fail failed'],
  ],
];

describe.each(machines)('the %s', (_name, machine, ways) => {
  const pairs = machine.states.flatMap((from) => machine.states.map((to) => [from, to] as const));

  test.each(pairs)('%s -> %s', (from, to) => {
    const expected = ways.filter((way) => way.startsWith(`${from} `) && way.endsWith(` ${to}`));
    const found = machine.events
      .filter((event) => machine.next(from, event) === to)
      .map((event) => `${from} ${event} ${to}`);
    expect(found).toEqual(expected);
  });

  test('any sequence of events leads to a known state, and a final state stays', () => {
    const events = fc.array(fc.constantFrom(...machine.events), { maxLength: 40 });
    fc.assert(
      fc.property(events, (happened) => {
        let state = machine.initial;
        for (const event of happened) {
          const next = machine.next(state, event);
          if (machine.isFinal(state)) expect(next).toBeUndefined();
          state = next ?? state;
          expect(machine.states).toContain(state);
        }
      }),
    );
  });

  test('every state can be reached', () => {
    const reached = new Set([machine.initial]);
    for (const state of reached)
      for (const event of machine.events) {
        const next = machine.next(state, event);
        if (next !== undefined) reached.add(next);
      }
    expect([...reached].sort()).toEqual([...machine.states].sort());
  });
});
