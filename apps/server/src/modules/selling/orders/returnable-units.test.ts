import { expect, test } from 'vitest';
import type { OrderLine } from './order.ts';
import { noUnits } from './order-units.ts';
import { returnableUnits } from './returnable-units.ts';

const now = new Date('2026-05-01T12:00:00Z');

function line(change: Partial<OrderLine>): OrderLine {
  return {
    productId: 1,
    title: 'Lamp',
    unitPriceMinor: 100,
    quantity: 5,
    discountMinor: 0,
    taxMinor: 0,
    totalMinor: 500,
    imageUrl: null,
    isListed: true,
    shipped: 0,
    delivered: 0,
    refunding: noUnits,
    refunded: noUnits,
    returning: 0,
    ...change,
  };
}

function returnable(
  change: Partial<OrderLine>,
  arrivals: readonly [number, string][] = [],
  isCancelled = false,
) {
  const shipments = arrivals.map(([quantity, deliveredAt]) => ({
    shipmentId: deliveredAt,
    carrier: null,
    trackingNumber: null,
    shippedAt: deliveredAt,
    deliveredAt,
    lines: [{ productId: 1, quantity }],
  }));
  return returnableUnits({ shipments, status: isCancelled ? 'Cancelled' : 'Pending' }, line(change), now);
}

test('units can be returned within thirty days after their parcel arrived', () => {
  const arrived = { shipped: 2, delivered: 2 };
  expect(returnable(arrived, [[2, '2026-04-02T12:00:00.000Z']])).toEqual({
    quantity: 2,
    until: '2026-05-02T12:00:00.000Z',
    refusal: null,
  });
  expect(returnable(arrived, [[2, '2026-04-01T11:59:59.000Z']])).toEqual({
    quantity: 0,
    until: null,
    refusal: 'too-late',
  });
});

test('each parcel has its own period; earlier returns count for the oldest parcel', () => {
  const parcels: [number, string][] = [
    [2, '2026-01-01T12:00:00.000Z'],
    [1, '2026-04-10T12:00:00.000Z'],
    [2, '2026-04-20T12:00:00.000Z'],
  ];
  const all = { shipped: 5, delivered: 5 };
  expect(returnable(all, parcels)).toMatchObject({ quantity: 3, until: '2026-05-10T12:00:00.000Z' });
  const oneBack = { ...all, refunded: { withheld: 0, returned: 3, kept: 0 } };
  expect(returnable(oneBack, parcels)).toMatchObject({ quantity: 2, until: '2026-05-20T12:00:00.000Z' });
});

test('gives a reason if nothing can be returned', () => {
  const late: [number, string][] = [[5, '2026-04-20T12:00:00.000Z']];
  expect(returnable({}).refusal).toBe('not-delivered');
  expect(returnable({ shipped: 5 }).refusal).toBe('not-delivered');
  expect(returnable({ shipped: 5, delivered: 5, returning: 5 }, late).refusal).toBe('being-returned');
  const refunded = { withheld: 0, returned: 0, kept: 5 };
  expect(returnable({ shipped: 5, delivered: 5, refunded }, late).refusal).toBe('refunded');
  const withheld = { withheld: 5, returned: 0, kept: 0 };
  expect(returnable({ refunding: withheld }).refusal).toBe('refunded');
  expect(returnable({}, [], true).refusal).toBe('cancelled');
});
