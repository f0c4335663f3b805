import type { Order } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

const estimate = { from: '2026-12-02', to: '2026-12-04' };
const order = (changes: object) =>
  ({
    delivery_estimate: estimate,
    fulfilment_status: 'partly-shipped',
    payment_status: 'paid',
    status: 'Pending',
    lines: [{ unshipped_quantity: 1, refunding_quantity: 0, returnable: { until: null } }],
    shipments: [{ delivered_at: '2026-12-01T10:00:00Z' }],
    ...changes,
  }) as unknown as Order;

test('says when the rest arrives', () => {
  expect(nextStep(order({}))).toBe('It should arrive Wed 2 – Fri 4 Dec.');
});

test('promises nothing once the rest is being refunded', () => {
  const lines = [{ unshipped_quantity: 1, refunding_quantity: 1, returnable: { until: null } }];
  expect(nextStep(order({ lines }))).toBeUndefined();
  expect(nextStep(order({ lines, fulfilment_status: 'unfulfilled', shipments: [] }))).toBeUndefined();
  expect(nextStep(order({ lines, shipments: [{ delivered_at: null }] }))).toBe(
    'It should arrive Wed 2 – Fri 4 Dec.',
  );
});

test('does not mention the page, because lists show it too', () => {
  expect(nextStep(order({ payment_status: 'pending' }))).toBe('Your payment is being processed.');
});
