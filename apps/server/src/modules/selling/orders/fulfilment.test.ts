import { expect, test } from 'vitest';
import { deriveEnd, deriveFulfilment, type FulfilmentStatus } from './fulfilment.ts';
import type { OrderStatus } from './order-states.ts';
import { type LineUnits, noUnits } from './order-units.ts';

function line(quantity: number, units: Partial<LineUnits> = {}): LineUnits {
  return { quantity, shipped: 0, delivered: 0, refunding: noUnits, refunded: noUnits, ...units };
}

const withheld = (units: number) => ({ ...noUnits, withheld: units });
const returned = (units: number) => ({ ...noUnits, returned: units });
const kept = (units: number) => ({ ...noUnits, kept: units });

const cases: [string, LineUnits[], FulfilmentStatus, ReturnType<typeof deriveEnd>][] = [
  ['nothing happened', [line(2), line(1)], 'unfulfilled', undefined],
  ['one of two lines is shipped', [line(1, { shipped: 1 }), line(1)], 'partly-shipped', undefined],
  ['one unit of two is shipped', [line(2, { shipped: 1 })], 'partly-shipped', undefined],
  [
    'a part is delivered, the rest is here',
    [line(2, { shipped: 1, delivered: 1 })],
    'partly-shipped',
    undefined,
  ],
  ['all is on its way', [line(2, { shipped: 2 })], 'shipped', undefined],
  ['one parcel of two has arrived', [line(2, { shipped: 2, delivered: 1 })], 'partly-delivered', undefined],
  ['all has arrived', [line(2, { shipped: 2, delivered: 2 })], 'delivered', 'complete'],
  ['all is being refunded', [line(2, { refunding: withheld(2) })], 'unfulfilled', undefined],
  ['all was refunded unshipped', [line(2, { refunded: withheld(2) })], 'cancelled', 'cancel'],
  ['one was refunded, one is here', [line(2, { refunded: withheld(1) })], 'unfulfilled', undefined],
  [
    'one was refunded, one is on its way',
    [line(2, { shipped: 1, refunded: withheld(1) })],
    'shipped',
    undefined,
  ],
  [
    'one was refunded, one has arrived',
    [line(2, { shipped: 1, delivered: 1, refunded: withheld(1) })],
    'delivered',
    'complete',
  ],
  [
    'one is being refunded, one has arrived',
    [line(2, { shipped: 1, delivered: 1, refunding: withheld(1) })],
    'partly-shipped',
    undefined,
  ],
  ['all came back', [line(2, { shipped: 2, delivered: 2, refunded: returned(2) })], 'returned', 'complete'],
  ['all came back undelivered', [line(2, { shipped: 2, refunded: returned(2) })], 'returned', 'cancel'],
  ['a parcel was lost and refunded', [line(2, { shipped: 2, refunded: kept(2) })], 'shipped', 'cancel'],
  [
    'a refund after delivery leaves the other parcel on its way',
    [line(2, { shipped: 2, delivered: 1, refunded: kept(1) })],
    'partly-delivered',
    undefined,
  ],
];

test.each(cases)('when %s', (_, lines, fulfilment, end) => {
  expect(deriveFulfilment({ status: 'Pending', lines })).toBe(fulfilment);
  expect(deriveEnd({ status: 'Pending', lines })).toBe(end);
});

test('an order that has ended does not end again', () => {
  for (const status of ['Completed', 'Cancelled'] as OrderStatus[])
    for (const [, lines] of cases) expect(deriveEnd({ status, lines })).toBeUndefined();
});

test('a cancelled order without shipments is cancelled even while its refund is under way', () => {
  const lines = [line(2, { refunding: withheld(2) })];
  expect(deriveFulfilment({ status: 'Cancelled', lines })).toBe('cancelled');
});
