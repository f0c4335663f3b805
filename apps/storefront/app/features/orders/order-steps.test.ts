import type { Order, OrderEvent, Shipment } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { orderSteps } from './order-steps.ts';

const day = (number: number) => `2026-03-0${number}T10:00:00.000Z`;

function event(kind: OrderEvent['kind'], number: number): OrderEvent {
  const after = { status: null, payment_status: null, fulfilment_status: null };
  return { event_id: String(number), kind, happened_at: day(number), ...after, data: {} };
}

function parcel(sent: number, delivered?: number): Shipment {
  return {
    shipment_id: `${sent}`,
    carrier: null,
    tracking_number: null,
    shipped_at: day(sent),
    delivered_at: delivered === undefined ? null : day(delivered),
    lines: [],
  };
}

function steps(change: Partial<Order>) {
  const order = {
    created_at: day(1),
    status: 'Pending' as const,
    fulfilment_status: 'unfulfilled' as const,
    history: [event('placed', 1)],
    lines: [],
    shipments: [],
    ...change,
  };
  return orderSteps(order).map(({ name, state, note }) => [name, state, note].filter(Boolean).join(': '));
}

const paid = { history: [event('placed', 1), event('paid', 1)] };

test('an order is ordered, paid, shipped and delivered', () => {
  expect(steps({})).toEqual(['Ordered: done', 'Paid: current', 'Shipped: next', 'Delivered: next']);
  expect(steps(paid)).toEqual(['Ordered: done', 'Paid: done', 'Shipped: current', 'Delivered: next']);
  const sent = { ...paid, fulfilment_status: 'shipped' as const, shipments: [parcel(2)] };
  expect(steps(sent)).toEqual(['Ordered: done', 'Paid: done', 'Shipped: done', 'Delivered: current']);
  const delivered = { ...paid, fulfilment_status: 'delivered' as const, shipments: [parcel(2, 3)] };
  expect(steps(delivered).at(-1)).toBe('Delivered: done');
});

test('with several parcels, a step is done with the last one', () => {
  const part = { ...paid, fulfilment_status: 'partly-shipped' as const, shipments: [parcel(2, 3)] };
  expect(steps(part).slice(2)).toEqual(['Shipped: current: Partly', 'Delivered: next: Partly']);
  const both = {
    ...paid,
    fulfilment_status: 'partly-delivered' as const,
    shipments: [parcel(2, 3), parcel(4)],
  };
  expect(steps(both).slice(2)).toEqual(['Shipped: done', 'Delivered: current: 1 of 2 parcels']);
});

test('a cancelled order shows the steps before its cancellation', () => {
  const cancelled = {
    status: 'Cancelled' as const,
    fulfilment_status: 'cancelled' as const,
    history: [event('placed', 1), event('paid', 1), event('cancelled', 2)],
  };
  expect(steps(cancelled)).toEqual(['Ordered: done', 'Paid: done', 'Cancelled: done']);
});
